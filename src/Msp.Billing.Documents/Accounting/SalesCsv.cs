using System.Globalization;
using CsvHelper;
using Msp.Billing.Amounts;
using Msp.Billing.Invoicing;

namespace Msp.Billing.Documents.Accounting;

/// <summary>Writes posted documents as the file that a bookkeeping program imports: one row a line, RFC 4180, UTF-8, amounts before tax.</summary>
/// <remarks>
/// The program computes tax by itself and may differ from ours by cents in a document: compare its total with <see cref="SalesCsvTotals"/>. A text that a spreadsheet would run as a formula is
/// written after an apostrophe.
/// </remarks>
public static class SalesCsv
{
    /// <summary>Writes documents.</summary>
    /// <param name="target">Where to; left open.</param>
    /// <param name="documents">The documents in the order of the file.</param>
    /// <param name="profile">How the program wants them.</param>
    /// <returns>What was written, by currency, to compare with what the program says; and the credit notes that it does not take.</returns>
    public static SalesCsvTotals Write(TextWriter target, IEnumerable<IssuedDocument> documents, CsvProfile profile)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(profile);
        using var csv = CsvWriter.Create(target, new CsvWriterOptions { NewLine = "\r\n" }, leaveOpen: true);
        foreach (var column in profile.Columns)
        {
            csv.WriteField(column.Header);
        }

        csv.EndRecord();
        var totals = new SalesCsvTotals();
        foreach (var issued in documents)
        {
            if (issued.Document.Kind == DocumentKind.CreditNote && !profile.TakesCreditNotes)
            {
                totals = totals.Without(issued.Document);
                continue;
            }

            totals = totals.With(issued.Document);
            foreach (var line in issued.Document.Lines)
            {
                foreach (var column in profile.Columns)
                {
                    csv.WriteField(FieldOf(column, issued, line, profile));
                }

                csv.EndRecord();
            }
        }

        csv.Flush();
        return totals;
    }

    private static string FieldOf(CsvColumn column, IssuedDocument issued, in PostedLine line, CsvProfile profile)
    {
        var (document, customer) = (issued.Document, issued.Customer);
        var address = customer.Details.Address;
        return column.Field switch
        {
            CsvField.Customer => SpreadsheetText.Safe(customer.Name),
            CsvField.Email => SpreadsheetText.Safe(customer.Email),
            CsvField.Street => SpreadsheetText.Safe(address?.Street ?? customer.Address.ReplaceLineEndings(", ")),
            CsvField.AdditionalStreet => SpreadsheetText.Safe(address?.AdditionalStreet),
            CsvField.City => SpreadsheetText.Safe(address?.City),
            CsvField.Region => SpreadsheetText.Safe(address?.Region),
            CsvField.PostCode => SpreadsheetText.Safe(address?.PostCode),
            CsvField.Country => SpreadsheetText.Safe(customer.Country),
            CsvField.Number => SpreadsheetText.Safe(document.Number),
            CsvField.Reference => SpreadsheetText.Safe(issued.PurchaseOrder?.Number ?? customer.BuyerReference ?? document.Contract),
            CsvField.IssueDay => Day(document.IssueDay, profile),
            CsvField.DueDay => Day(document.DueDay, profile),
            CsvField.Item => SpreadsheetText.Safe(line.Charge),
            CsvField.Description => SpreadsheetText.Safe(DescriptionOf(line)),
            CsvField.Quantity => Number(PricedOne(line, document) is null ? 1 : line.Quantity),
            CsvField.UnitAmount => Number(PricedOne(line, document) ?? Net(line, document)),
            CsvField.Amount => Number(Net(line, document)),
            CsvField.Account => SpreadsheetText.Safe(profile.Accounts.GetValueOrDefault(line.LedgerAccount) ?? profile.DefaultAccount),
            CsvField.Tax => SpreadsheetText.Safe(TaxOf(line, profile)),
            CsvField.Currency => document.Currency.Code,
            CsvField.ServiceDay => Day((line.Days.IsEmpty ? line.Natural : line.Days).Start, profile),
            CsvField.Terms => string.Create(CultureInfo.InvariantCulture, $"Net {issued.PaymentDays}"),
            CsvField.Contract => SpreadsheetText.Safe(document.Contract),
            CsvField.Fixed => column.Text,
            _ => throw new ArgumentOutOfRangeException(nameof(column), column.Field, "No such field."),
        };
    }

    // The price of one, where times the quantity it gives the amount; the quantity is in the description otherwise.
    private static decimal? PricedOne(in PostedLine line, PostedDocument document) =>
        line.UnitPrice is { } price && line.Quantity != 0 && line.Quantity * price == Net(line, document) ? price : null;

    private static decimal Net(in PostedLine line, PostedDocument document) => Money.FromMinorUnits(line.NetMinorUnits, document.Currency).Amount;

    private static string DescriptionOf(in PostedLine line)
    {
        var days = line.Days.IsEmpty ? line.Natural : line.Days;
        return string.Create(CultureInfo.InvariantCulture, $"{line.Description}, {days.Start:yyyy-MM-dd} to {days.LastDay:yyyy-MM-dd}, {line.Quantity:0.######} {line.Unit}");
    }

    private static string TaxOf(in PostedLine line, CsvProfile profile)
    {
        var ours = string.Create(CultureInfo.InvariantCulture, $"{Words(line.TaxCategory)} {line.TaxRate.Value:0.######}");
        return profile.Taxes.GetValueOrDefault(ours) ?? ours;
    }

    private static string Words(Catalog.TaxCategory category) => category switch
    {
        Catalog.TaxCategory.Standard => "standard",
        Catalog.TaxCategory.Reduced => "reduced",
        Catalog.TaxCategory.Zero => "zero",
        Catalog.TaxCategory.Exempt => "exempt",
        Catalog.TaxCategory.ReverseCharge => "reverse-charge",
        Catalog.TaxCategory.OutsideScope => "outside-scope",
        Catalog.TaxCategory.SalesTax => "sales-tax",
        _ => throw new ArgumentOutOfRangeException(nameof(category), category, "No such tax category."),
    };

    private static string Day(DateOnly day, CsvProfile profile) => day.ToString(profile.DayFormat, CultureInfo.InvariantCulture);

    private static string Number(decimal value) => value.ToString("0.00####", CultureInfo.InvariantCulture);
}
