namespace Msp.Billing.Cli.Output;

/// <summary>Lines, documents and journal compared.</summary>
internal sealed record LedgerTieJson(string Currency, long Documents, decimal Lines, decimal Invoices, decimal Journal, long Unbooked, bool Holds);
