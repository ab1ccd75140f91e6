namespace Msp.Billing.Cli.Output;

/// <summary>An invoice and what it was paid.</summary>
internal sealed record PaidInvoiceJson(string Invoice, decimal Amount);
