using System.Text;
using System.Xml.Linq;
using Msp.Billing.Catalog;
using Msp.Billing.Contracts;
using Msp.Billing.Documents.EInvoicing;
using Msp.Billing.Invoicing;

namespace Msp.Billing.Documents.Tests.EInvoicing;

/// <summary>Why no tax is charged on a service that is exempt by itself: the seller's words, unless the customer has its own (BT-120).</summary>
public sealed class ExemptionReasonTests
{
    private const string Law = "Exempt under section 61 VATCA 2010";

    // The seller says, the customer says, the invoice says.
    [Theory]
    [InlineData(Law, null, Law)]
    [InlineData(Law, "International body", "International body")]
    [InlineData(null, "International body", "International body")]
    public void The_reason_stands_in_both_formats_with_the_tax_that_is_exempt(string? seller, string? customer, string expected)
    {
        var invoice = EInvoice.Of(Document(seller, customer));

        Assert.Empty(EInvoiceRules.Check(invoice));
        Assert.Equal([null, expected], invoice.Taxes.OrderBy(tax => tax.Category).Select(tax => tax.ExemptionReason));
        XNamespace cbc = "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2";
        var ubl = Assert.Single(Xml(UblWriter.Write(invoice)).Descendants(cbc + "TaxExemptionReason"));
        Assert.Equal((expected, "E"), (ubl.Value, ubl.Parent?.Element(cbc + "ID")?.Value));
        XNamespace ram = "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100";
        var cii = Assert.Single(Xml(CiiWriter.Write(invoice)).Descendants(ram + "ExemptionReason"));
        Assert.Equal((expected, "E"), (cii.Value, cii.Parent?.Element(ram + "CategoryCode")?.Value));
    }

    [Fact]
    public void Without_a_reason_the_rule_that_asks_for_one_is_named() =>
        Assert.Equal(["BR-E-10"], EInvoiceRules.Check(Document(null, null)).Select(finding => finding.Rule));

    [Theory]
    [InlineData(TaxCategory.Standard)]
    [InlineData(TaxCategory.ReverseCharge)]
    [InlineData(TaxCategory.Zero)]
    public void Where_nothing_is_exempt_the_sellers_reason_is_not_given(TaxCategory category)
    {
        var invoice = EInvoice.Of(With(Law, null, Sample.Line(1, 2m, 100m, 20_000, category: category, rate: category == TaxCategory.Standard ? 23m : 0m)));

        Assert.DoesNotContain(invoice.Taxes, tax => tax.ExemptionReason == Law);
        Assert.DoesNotContain(Law, Encoding.UTF8.GetString(UblWriter.Write(invoice)), StringComparison.Ordinal);
        Assert.DoesNotContain(Law, Encoding.UTF8.GetString(CiiWriter.Write(invoice)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_seller_writes_one_line_and_blank_is_none()
    {
        Assert.Equal(Law, new SellerDetails { ExemptionReason = $"  {Law} " }.ExemptionReason);
        Assert.Null(new SellerDetails { ExemptionReason = " " }.ExemptionReason);
        Assert.Throws<ArgumentException>(() => new SellerDetails { ExemptionReason = "one\ntwo" });
        Assert.Throws<ArgumentException>(() => new SellerDetails { ExemptionReason = new string('x', 2_000) });
    }

    // Support is taxed with 23 %, training is exempt: 2 × 100.00 and 46.00, and 3 × 50.00.
    private static IssuedDocument Document(string? seller, string? customer) =>
        With(seller, customer, Sample.Line(1, 2m, 100m, 20_000), Sample.Line(2, 3m, 50m, 15_000, category: TaxCategory.Exempt, rate: 0m));

    private static IssuedDocument With(string? seller, string? customer, params ReadOnlySpan<PostedLine> lines) => Sample.With(
        Sample.Document(lines).Document,
        new SellerParty(Sample.Seller.Name, "IE", Sample.SellerDetailsWith(seller)),
        new CustomerParty(Sample.Buyer.Name, new TaxProfile("DE", "DE136695976", customer), Sample.BuyerDetails) { Country = "DE", BuyerReference = "4711" });

    private static XDocument Xml(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return XDocument.Load(stream);
    }
}
