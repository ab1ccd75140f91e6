using System.Globalization;
using Msp.Billing.Documents.Accounting;
using Msp.Billing.Documents.Tests.EInvoicing;
using Msp.Billing.Invoicing;
using Msp.Billing.Periods;

namespace Msp.Billing.Documents.Tests.Accounting;

public sealed class SalesCsvTests
{
    private static readonly CsvProfile Xero = CsvProfile.Find("xero") ?? throw new InvalidOperationException("There is no profile for Xero.");
    private static readonly CsvProfile QuickBooks = CsvProfile.Find("quickbooks") ?? throw new InvalidOperationException("There is no profile for QuickBooks.");

    [Fact]
    public void Xero_gets_its_27_columns_in_order_and_the_head_on_every_row()
    {
        var (text, totals) = Written(Xero, Sample.Document(Sample.Line(1, 45m, 150m, 675_000), Sample.Line(2, 3m, 85m, 12_339, new Share(15, 31))));

        Assert.Equal(
            "*ContactName,EmailAddress,POAddressLine1,POAddressLine2,POAddressLine3,POAddressLine4,POCity,PORegion,POPostalCode,POCountry,*InvoiceNumber,Reference,*InvoiceDate,*DueDate," +
            "InventoryItemCode,*Description,*Quantity,*UnitAmount,Discount,*AccountCode,*TaxType,TrackingName1,TrackingOption1,TrackingName2,TrackingOption2,Currency,BrandingTheme\r\n" +
            "Nordwind Logistik & Söhne GmbH,,Hafenstraße 7,,,,Hamburg,,20457,DE,INV-2026-0000007,PO-4711,01/03/2026,31/03/2026," +
            ",\"Managed user 1, 2026-03-01 to 2026-03-31, 45 user\",45.00,150.00,,200,standard 23,,,,,EUR,\r\n" +
            "Nordwind Logistik & Söhne GmbH,,Hafenstraße 7,,,,Hamburg,,20457,DE,INV-2026-0000007,PO-4711,01/03/2026,31/03/2026," +
            ",\"Managed user 2, 2026-03-01 to 2026-03-31, 3 user\",1.00,123.39,,200,standard 23,,,,,EUR,\r\n",
            text);
        Assert.Equal((1, 2, (687_339L, 158_088L)), (totals.Documents, totals.Rows, totals.Totals["EUR"])); // 6,873.39 and 23 % of it, 1,580.88
    }

    [Fact]
    public void QuickBooks_does_not_take_credit_notes_in_the_same_file()
    {
        var (text, totals) = Written(QuickBooks, Sample.Document(Sample.Line(1, 1m, 100m, 10_000)), Sample.Document(Sample.Line(1, -2m, 150m, -30_000, round: 1)));

        Assert.Equal("*InvoiceNo,*Customer,*InvoiceDate,*DueDate,Terms,Location,Memo,Item(Product/Service),ItemDescription,ItemQuantity,ItemRate,*ItemAmount,Item Tax Code,Currency,Service Date", text.Split("\r\n")[0]);
        Assert.Equal(3, text.Split("\r\n").Length);
        Assert.Equal(["CN-2026-0000007"], totals.LeftOut);
        Assert.Equal(1, totals.Documents);
    }

    [Fact]
    public void A_credit_note_has_amounts_below_zero_where_it_is_taken()
        => Assert.Contains(",-2.00,150.00,", Written(Xero, Sample.Document(Sample.Line(1, -2m, 150m, -30_000, round: 1))).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+49", "'+49")]
    [InlineData("-x", "'-x")]
    [InlineData("@cmd", "'@cmd")]
    public void A_text_that_a_spreadsheet_would_run_is_made_harmless(string text, string written)
    {
        var document = Sample.Document(Sample.Line(1, 1m, 100m, 10_000));
        var hostile = Sample.With(document.Document, customer: new(text, document.Customer.Tax, document.Customer.Details));

        Assert.Contains($"\r\n{written},", Written(Xero, hostile).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_days_accounts_and_taxes_are_settings()
    {
        var own = Xero.With(
            """
            { "name": "own", "day_format": "yyyy-MM-dd", "default_account": "1", "accounts": { "4000": "8400" }, "taxes": { "standard 23": "23% VAT" }, "credit_notes": false,
              "columns": [{ "header": "No", "field": "Number" }, { "header": "Day", "field": "issueDay" }, { "header": "Account", "field": "Account" }, { "header": "Tax", "field": "Tax" }, { "header": "Team", "text": "MSP" }] }
            """);

        Assert.Equal("No,Day,Account,Tax,Team\r\nINV-2026-0000007,2026-03-01,8400,23% VAT,MSP\r\n", Written(own, Sample.Document(Sample.Line(1, 1m, 100m, 10_000))).Text);
        Assert.False(own.TakesCreditNotes);
        Assert.Throws<FormatException>(() => Xero.With("""{ "column": [] }"""));
        Assert.Throws<FormatException>(() => Xero.With("""{ "columns": [{ "field": "Total" }] }"""));
        Assert.Throws<FormatException>(() => Xero.With("[]"));
        Assert.Null(CsvProfile.Find("sage"));
    }

    private static (string Text, SalesCsvTotals Totals) Written(CsvProfile profile, params IssuedDocument[] documents)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        var totals = SalesCsv.Write(text, documents, profile);
        return (text.ToString(), totals);
    }
}
