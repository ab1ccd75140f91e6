namespace Msp.Billing.Cli.Output;

/// <summary>What a file holds in one currency.</summary>
/// <param name="Currency">The currency.</param>
/// <param name="Net">Before tax.</param>
/// <param name="Tax">The tax as it was posted.</param>
internal sealed record ExportTotalJson(string Currency, decimal Net, decimal Tax);
