using System.Globalization;
using System.Text;
using Msp.Billing.Amounts;
using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore.Invoicing;
using Msp.Billing.Invoicing;

namespace Msp.Billing.EntityFrameworkCore.Delivery;

/// <summary>Letters that say the whole document in plain text: lines, tax, total and when to pay. In German, French or English, by the customer's country.</summary>
public sealed class PlainLetters : IDocumentLetters
{
    private static readonly Wording English = new("en-GB", "Invoice", "Credit note", "of", "Before tax", "Tax", "Total", "Please pay by", "This amount is credited to you.");
    private static readonly Wording German = new("de-DE", "Rechnung", "Gutschrift", "vom", "Netto", "Steuer", "Gesamt", "Bitte zahlen Sie bis", "Dieser Betrag wird Ihnen gutgeschrieben.");
    private static readonly Wording French = new("fr-FR", "Facture", "Avoir", "du", "Hors taxes", "Taxes", "Total", "À payer au plus tard le", "Ce montant vous est crédité.");

    /// <inheritdoc/>
    public DocumentLetter LetterOf(BillingStore store, long sellerId, StoredDocument stored, Seller seller, Customer customer)
    {
        ArgumentNullException.ThrowIfNull(customer);
        return Write(stored, seller, customer, customer.Country switch { "DE" or "AT" => "de", "FR" or "LU" or "MC" => "fr", _ => "en" });
    }

    /// <summary>The same in a language: <c>de</c>, <c>fr</c>, and English for any other.</summary>
    /// <param name="stored">The document.</param>
    /// <param name="seller">Who issues it.</param>
    /// <param name="customer">Who receives it.</param>
    /// <param name="language">Two letters of ISO 639.</param>
    public static DocumentLetter Write(StoredDocument stored, Seller seller, Customer customer, string language)
    {
        ArgumentNullException.ThrowIfNull(stored);
        ArgumentNullException.ThrowIfNull(seller);
        ArgumentNullException.ThrowIfNull(customer);
        var document = stored.Document;
        var words = language switch { "de" => German, "fr" => French, _ => English };
        var culture = CultureInfo.GetCultureInfo(words.Culture);
        var kind = document.Kind == DocumentKind.CreditNote ? words.CreditNote : words.Invoice;
        var text = new StringBuilder();
        text.Append(culture, $"{kind} {document.Number} {words.Of} {Day(document.IssueDay)}\n{seller.Name}\n\n{customer.Name}\n\n");
        foreach (var line in document.Lines)
        {
            text.Append(culture, $"{line.Description}, {Day(line.Natural.Start)} – {Day(line.Natural.LastDay)}: {Amount(line.NetMinorUnits)}\n");
        }

        text.Append(culture, $"\n{words.Subtotal}: {Amount(document.SubtotalMinorUnits)}\n");
        foreach (var tax in document.Taxes)
        {
            text.Append(culture, $"{words.Tax} {tax.Rate.Value:0.##} %: {Amount(tax.TaxMinorUnits)}\n");
        }

        text.Append(culture, $"{words.Total}: {Amount(document.TotalMinorUnits)}\n\n");
        text.Append(document.Kind == DocumentKind.CreditNote ? words.Credited : $"{words.PayBy} {Day(document.DueDay)}.").Append('\n');
        return new DocumentLetter(document.Number, customer.Name, customer.Email, $"{kind} {document.Number}, {seller.Name}", text.ToString());

        string Day(DateOnly day) => day.ToString("d", culture);
        string Amount(long units) => Money.FromMinorUnits(units, document.Currency).Amount.ToString("N" + document.Currency.Decimals.ToString(CultureInfo.InvariantCulture), culture) + "\u00a0" + document.Currency.Code;
    }

    private sealed record Wording(
        string Culture, string Invoice, string CreditNote, string Of, string Subtotal, string Tax, string Total, string PayBy, string Credited);
}
