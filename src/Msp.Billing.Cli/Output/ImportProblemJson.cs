namespace Msp.Billing.Cli.Output;

/// <summary>One thing that is wrong with a file, for programs.</summary>
/// <param name="Line">The line of the file, from 1; null where a path says it better.</param>
/// <param name="Field">The column, or the JSON path; null for a whole row or file.</param>
/// <param name="Message">As it is shown to people.</param>
internal sealed record ImportProblemJson(int? Line, string? Field, string Message);
