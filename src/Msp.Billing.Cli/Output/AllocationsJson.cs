namespace Msp.Billing.Cli.Output;

/// <summary>What a payment or credit note was applied to.</summary>
internal sealed record AllocationsJson(string Source, IReadOnlyList<PaidInvoiceJson> Invoices);
