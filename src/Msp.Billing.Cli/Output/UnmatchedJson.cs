using Msp.Billing.EntityFrameworkCore.Ledger;

namespace Msp.Billing.Cli.Output;

/// <summary>A movement that is not matched, and what it is thought to pay.</summary>
internal sealed record UnmatchedJson(
    long Id, string Account, string Reference, string Day, string Currency, decimal Amount, string Counterparty, string Remittance, string? Customer,
    IReadOnlyList<PaidInvoiceJson> Invoices, IReadOnlyList<string> Reasons, bool IsCertain)
{
    /// <summary>The shape of a row.</summary>
    public static UnmatchedJson Of(UnmatchedEntry row) => new(
        row.Id, row.Entry.Account, row.Entry.Reference, Text.Day(row.Entry.Day), row.Entry.Amount.Currency.Code, row.Entry.Amount.Amount, row.Entry.Counterparty, row.Entry.Remittance,
        row.Proposal?.Customer, [.. row.Proposal?.Shares.Select(share => new PaidInvoiceJson(share.Invoice, share.Amount.Amount)) ?? []],
        [.. row.Proposal?.Reasons.Select(EnumText.Name) ?? []], row.Proposal?.IsCertain ?? false);
}
