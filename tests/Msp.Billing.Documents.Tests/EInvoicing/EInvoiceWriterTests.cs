using System.Globalization;
using System.Text;
using System.Xml.Linq;
using CsCheck;
using Msp.Billing.Catalog;
using Msp.Billing.Documents.EInvoicing;
using Msp.Billing.Invoicing;
using Msp.Billing.Periods;
using Msp.Billing.Tests;

namespace Msp.Billing.Documents.Tests.EInvoicing;

public sealed class EInvoiceWriterTests
{
    private static readonly XNamespace A = "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2";
    private static readonly XNamespace B = "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2";
    private static readonly XNamespace Ram = "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100";

    private static readonly IssuedDocument Invoice = Sample.Document(
        Sample.Line(1, 45m, 150m, 675_000), Sample.Line(2, 3m, 85m, 12_339, new Share(15, 31)), Sample.Line(3, 10m, 20m, 18_000),
        Sample.Line(4, 120m, null, 44_400, category: TaxCategory.Reduced, rate: 13.5m, unit: "gb"), Sample.Line(5, -2m, 150m, -7_742, new Share(8, 31), round: 1));

    private static readonly IssuedDocument Credit = Sample.Document(
        Sample.Line(1, -2m, 150m, -30_000, category: TaxCategory.ReverseCharge, rate: 0m, round: 1), Sample.Line(2, 1m, null, 1_000, category: TaxCategory.ReverseCharge, rate: 0m, round: 1));

    [Fact]
    public void An_invoice_in_UBL() => Approved.Matches(Text(UblWriter.Write(EInvoice.Of(Invoice))), "tests/Msp.Billing.Documents.Tests/EInvoicing/invoice-ubl.approved.xml");

    [Fact]
    public void A_credit_note_in_UBL() => Approved.Matches(Text(UblWriter.Write(EInvoice.Of(Credit))), "tests/Msp.Billing.Documents.Tests/EInvoicing/credit-note-ubl.approved.xml");

    [Fact]
    public void An_invoice_in_CII() => Approved.Matches(Text(CiiWriter.Write(EInvoice.Of(Invoice))), "tests/Msp.Billing.Documents.Tests/EInvoicing/invoice-cii.approved.xml");

    [Fact]
    public void A_credit_note_in_CII() => Approved.Matches(Text(CiiWriter.Write(EInvoice.Of(Credit))), "tests/Msp.Billing.Documents.Tests/EInvoicing/credit-note-cii.approved.xml");

    [Theory]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    public void The_bytes_are_the_same_whatever_the_culture(string culture)
    {
        var (ubl, cii) = (UblWriter.Write(EInvoice.Of(Invoice)), CiiWriter.Write(EInvoice.Of(Invoice)));
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

            Assert.Equal(ubl, UblWriter.Write(EInvoice.Of(Invoice)));
            Assert.Equal(cii, CiiWriter.Write(EInvoice.Of(Invoice)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void It_is_UTF8_without_a_mark_ends_lines_with_a_line_feed_and_has_no_empty_element()
    {
        foreach (var bytes in new[] { UblWriter.Write(EInvoice.Of(Invoice)), CiiWriter.Write(EInvoice.Of(Credit)) })
        {
            Assert.Equal((byte)'<', bytes[0]);
            Assert.DoesNotContain((byte)'\r', bytes);
            Assert.Equal((byte)'\n', bytes[^1]);
            Assert.DoesNotContain(
                XDocument.Parse(Text(bytes)).Descendants(), element => element.Name.LocalName != "ApplicableHeaderTradeDelivery" && element.IsEmpty | element.Value.Length == 0);
        }
    }

    [Fact]
    public void A_character_that_XML_cannot_hold_becomes_the_one_that_says_so()
    {
        var line = Sample.Line(1, 1m, 100m, 10_000) with { Description = "Bell \u0007 \uD83D\uDE00 half \uD83D and <&>" };

        var name = XDocument.Parse(Text(UblWriter.Write(EInvoice.Of(Sample.Document(line))))).Descendants(B + "Name").Single(element => element.Parent?.Name == A + "Item").Value;

        Assert.Equal("Bell \uFFFD \uD83D\uDE00 half \uFFFD and <&>", name);
    }

    [Fact]
    public void Random_documents_meet_every_rule_and_their_sums_are_right_in_both_formats() => RandomDocuments.Any.Sample(
        documents =>
        {
            foreach (var document in documents)
            {
                var findings = EInvoiceRules.Check(document);
                if (document.Document.Currency.Decimals > 2)
                {
                    Assert.Equal(EInvoiceRules.Refused, Assert.Single(findings).Rule);
                    continue;
                }

                Assert.True(findings.All(finding => finding.Rule == "BR-O-11"), string.Join('\n', findings));
                var invoice = EInvoice.Of(document);
                CheckUbl(XDocument.Parse(Text(UblWriter.Write(invoice))), document.Document);
                CheckCii(XDocument.Parse(Text(CiiWriter.Write(invoice))), document.Document);
            }
        },
        iter: 300);

    // Reads the file back and adds up what stands in it, by arithmetic of its own.
    private static void CheckUbl(XDocument xml, PostedDocument document)
    {
        var root = xml.Root ?? throw new InvalidOperationException("There is no root.");
        var lines = root.Elements(A + (document.Kind == DocumentKind.CreditNote ? "CreditNoteLine" : "InvoiceLine")).ToList();
        var sign = document.Kind == DocumentKind.CreditNote ? -1 : 1;
        Assert.Equal(document.Lines.Length, lines.Count);
        foreach (var line in lines)
        {
            var quantity = Number(line, B + "InvoicedQuantity") ?? Number(line, B + "CreditedQuantity");
            var price = line.Element(A + "Price") ?? throw new InvalidOperationException("There is no price.");
            var allowance = line.Element(A + "AllowanceCharge") is { } less ? Number(less, B + "Amount") : 0m;
            var amount = (quantity * Number(price, B + "PriceAmount") / (Number(price, B + "BaseQuantity") ?? 1)) - allowance;
            Assert.True(Math.Abs((amount - Number(line, B + "LineExtensionAmount")).GetValueOrDefault(1)) <= 0.005m, line.ToString());
        }

        var unit = document.Currency.Decimals == 0 ? 1m : 0.01m;
        var totals = root.Element(A + "LegalMonetaryTotal") ?? throw new InvalidOperationException("There are no totals.");
        Assert.Equal(sign * document.SubtotalMinorUnits * unit, Number(totals, B + "TaxExclusiveAmount"));
        Assert.Equal(lines.Sum(line => Number(line, B + "LineExtensionAmount")), Number(totals, B + "LineExtensionAmount"));
        Assert.Equal(sign * document.TotalMinorUnits * unit, Number(totals, B + "PayableAmount"));
        Assert.Equal(sign * document.TaxMinorUnits * unit, root.Element(A + "TaxTotal")?.Elements(A + "TaxSubtotal").Sum(tax => Number(tax, B + "TaxAmount")));
    }

    private static void CheckCii(XDocument xml, PostedDocument document)
    {
        var sign = document.Kind == DocumentKind.CreditNote ? -1 : 1;
        var unit = document.Currency.Decimals == 0 ? 1m : 0.01m;
        var totals = xml.Descendants(Ram + "SpecifiedTradeSettlementHeaderMonetarySummation").Single();
        Assert.Equal(document.Lines.Length, xml.Descendants(Ram + "IncludedSupplyChainTradeLineItem").Count());
        Assert.Equal(xml.Descendants(Ram + "SpecifiedTradeSettlementLineMonetarySummation").Sum(line => Number(line, Ram + "LineTotalAmount")), Number(totals, Ram + "LineTotalAmount"));
        Assert.Equal(sign * document.TaxMinorUnits * unit, Number(totals, Ram + "TaxTotalAmount"));
        Assert.Equal(sign * document.TotalMinorUnits * unit, Number(totals, Ram + "DuePayableAmount"));
    }

    private static decimal? Number(XElement parent, XName name) => parent.Element(name) is { } element ? decimal.Parse(element.Value, CultureInfo.InvariantCulture) : null;

    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);
}
