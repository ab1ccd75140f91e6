using Msp.Billing.EntityFrameworkCore.Ledger;

namespace Msp.Billing.Cli.Output;

/// <summary>A payment, what it pays, and what is left of it.</summary>
internal sealed record PaymentJson(
    string Number, string Kind, string Customer, string Day, string Currency, decimal Amount, string Reference, IReadOnlyList<PaidInvoiceJson> Invoices, decimal Unallocated, bool WasRecorded)
{
    /// <summary>The shape of a payment.</summary>
    public static PaymentJson Of(RecordedPayment row) => new(
        row.Payment.Number, EnumText.Name(row.Payment.Kind), row.Payment.Customer, Text.Day(row.Payment.Day), row.Payment.Amount.Currency.Code, row.Payment.Amount.Amount,
        row.Payment.Reference, [.. row.Allocations.Select(share => new PaidInvoiceJson(share.Invoice, share.Amount.Amount))], row.Unallocated.Amount, row.WasRecorded);
}
