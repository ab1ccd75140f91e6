namespace Msp.Billing.Cli.Output;

/// <summary>What <c>msp export calendar</c> wrote.</summary>
/// <param name="File">Where; null when it went to the output.</param>
/// <param name="Days">How many days are in it.</param>
internal sealed record ExportCalendarJson(string? File, int Days);
