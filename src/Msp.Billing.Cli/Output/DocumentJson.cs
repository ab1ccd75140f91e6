using Msp.Billing.EntityFrameworkCore.Invoicing;
using Msp.Billing.Rating;

namespace Msp.Billing.Cli.Output;

/// <summary>A posted document. Amounts are in major units as the currency writes them; below zero on a credit note.</summary>
internal sealed record DocumentJson(
    string Number, string Kind, string Contract, string Customer, string IssueDay, string DueDay, string Currency, decimal Subtotal, decimal Tax, decimal Total,
    IReadOnlyList<DocumentLineJson> Lines, IReadOnlyList<DocumentTaxJson> Taxes, string Hash, string PreviousHash, ExplanationJson? Explanation)
{
    /// <summary>The shape of a document.</summary>
    public static DocumentJson Of(StoredDocument stored, Explanation? explanation)
    {
        var document = stored.Document;
        decimal Amount(long minorUnits) => Amounts.Money.FromMinorUnits(minorUnits, document.Currency).Amount;
        return new DocumentJson(
            document.Number, EnumText.Name(document.Kind), document.Contract, document.Customer, Text.Day(document.IssueDay), Text.Day(document.DueDay),
            document.Currency.Code, Amount(document.SubtotalMinorUnits), Amount(document.TaxMinorUnits), document.Total.Amount,
            [.. document.Lines.Select(line => new DocumentLineJson(
                line.Number, line.LineId, line.Charge, line.Description, EnumText.Name(line.Kind), line.Cause is { } cause ? EnumText.Name(cause) : null, Text.Day(line.Natural.Start), Text.Day(line.Natural.End),
                Text.Day(line.Days.Start), Text.Day(line.Days.End), Figures.Trimmed(line.Quantity), line.Unit,
                line.UnitPrice is { } price ? Figures.Trimmed(price) : null, line.Share.ToString(), Amount(line.MinorUnits),
                Amount(line.NetMinorUnits), EnumText.Name(line.TaxCategory), Figures.Trimmed(line.TaxRate.Value)))],
            [.. document.Taxes.Select(tax => new DocumentTaxJson(EnumText.Name(tax.Category), Figures.Trimmed(tax.Rate.Value), Amount(tax.BaseMinorUnits), Amount(tax.TaxMinorUnits)))],
            Convert.ToHexStringLower(stored.Hash.AsSpan()), Convert.ToHexStringLower(document.PreviousHash.AsSpan()),
            explanation is null ? null : ExplanationJson.Of(explanation));
    }
}
