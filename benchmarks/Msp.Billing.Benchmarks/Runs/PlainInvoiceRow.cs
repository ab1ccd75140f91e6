namespace Msp.Billing.Benchmarks.Runs;

/// <summary>A row of the table invoice, in cents; the rate in hundredths of a percent.</summary>
internal readonly record struct PlainInvoiceRow(long Id, long Contract, long Customer, DateOnly Due, long Subtotal, long TaxRate, long Tax)
{
    internal string Number => FormattableString.Invariant($"INV-2026-{Id:D7}");
}
