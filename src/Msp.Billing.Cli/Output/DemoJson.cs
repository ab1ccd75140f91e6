namespace Msp.Billing.Cli.Output;

/// <summary>What <c>msp demo</c> made.</summary>
/// <param name="Target">The database file, or the folder of the files.</param>
/// <param name="Seller">The seller's code.</param>
/// <param name="Customers">How many customers.</param>
/// <param name="Contracts">How many contracts.</param>
/// <param name="Counts">How many counts.</param>
/// <param name="Invoice">The invoice that was explained; null when nothing was billed.</param>
internal sealed record DemoJson(string Target, string Seller, int Customers, int Contracts, int Counts, string? Invoice);
