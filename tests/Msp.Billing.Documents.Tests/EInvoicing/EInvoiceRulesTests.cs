using Msp.Billing.Contracts;
using Msp.Billing.Documents.EInvoicing;

namespace Msp.Billing.Documents.Tests.EInvoicing;

public sealed class EInvoiceRulesTests
{
    private static readonly EInvoice Right = EInvoice.Of(Sample.Document(Sample.Line(1, 45m, 150m, 675_000), Sample.Line(2, 3m, 85m, 12_339)));

    /// <summary>One slip in an invoice that is right, and the rule that must find it.</summary>
    public static TheoryData<string, Func<EInvoice, EInvoice>> Slips => new()
    {
        { "BR-02", invoice => invoice with { Number = "" } },
        { "BR-06", invoice => invoice with { Seller = invoice.Seller with { Name = " " } } },
        { "BR-07", invoice => invoice with { Buyer = invoice.Buyer with { Name = "" } } },
        { "BR-08", invoice => invoice with { Seller = invoice.Seller with { Address = null } } },
        { "BR-09", invoice => invoice with { Seller = invoice.Seller with { Country = "" } } },
        { "BR-10", invoice => invoice with { Buyer = invoice.Buyer with { Address = null } } },
        { "BR-11", invoice => invoice with { Buyer = invoice.Buyer with { Country = "" } } },
        { "BR-16", invoice => invoice with { Lines = [] } },
        { "BR-21", invoice => Line(invoice, line => line with { Id = "" }) },
        { "BR-25", invoice => Line(invoice, line => line with { Name = "" }) },
        { "BR-27", invoice => Line(invoice, line => line with { Price = -150m, Quantity = -45m }) },
        { "BR-29", invoice => invoice with { From = invoice.Through.AddDays(1) } },
        { "BR-30", invoice => Line(invoice, line => line with { From = line.Through, Through = line.From }) },
        { "BR-55", invoice => invoice with { Preceding = [new("", invoice.IssueDay)] } },
        { "BR-CL-11", invoice => invoice with { Buyer = invoice.Buyer with { Registration = new LegalRegistration("1", "9999") } } },
        { "BR-CL-14", invoice => invoice with { Buyer = invoice.Buyer with { Country = "XX" } } },
        { "BR-CL-16", invoice => invoice with { Payment = invoice.Payment is { } payment ? payment with { MeansCode = "42" } : null } },
        { "BR-CL-23", invoice => Line(invoice, line => line with { UnitCode = "users" }) },
        { "BR-CO-09", invoice => invoice with { Buyer = invoice.Buyer with { VatNumber = "QQ123" } } },
        { "BR-CO-10", invoice => invoice with { NetTotal = invoice.NetTotal + 0.01m } },
        { "BR-CO-13", invoice => invoice with { Taxes = [invoice.Taxes[0] with { Base = 1m }] } },
        { "BR-CO-14", invoice => invoice with { TaxTotal = invoice.TaxTotal + 0.01m } },
        { "BR-CO-15", invoice => invoice with { GrossTotal = invoice.GrossTotal + 0.01m } },
        { "BR-CO-17", invoice => invoice with { Taxes = [invoice.Taxes[0] with { Tax = invoice.Taxes[0].Tax + 1m }] } },
        { "BR-CO-18", invoice => invoice with { Taxes = [] } },
        { "BR-CO-25", invoice => invoice with { PaymentTerms = "" } },
        { "BR-CO-26", invoice => invoice with { Seller = invoice.Seller with { VatNumber = null, Registration = null } } },
        { "BR-DEC-14", invoice => invoice with { GrossTotal = invoice.GrossTotal + 0.001m } },
        { "BR-DEC-19", invoice => invoice with { Taxes = [invoice.Taxes[0] with { Tax = invoice.Taxes[0].Tax + 0.001m }] } },
        { "BR-DEC-23", invoice => Line(invoice, line => line with { NetAmount = line.NetAmount + 0.001m }) },
        { "BR-S-01", invoice => Line(invoice, line => line with { Rate = 13.5m }) },
        { "BR-S-02", invoice => invoice with { Seller = invoice.Seller with { VatNumber = null } } },
        { "BR-S-05", invoice => Line(invoice, line => line with { Rate = 0m }) },
        { "BR-S-08", invoice => invoice with { Taxes = [invoice.Taxes[0] with { Base = invoice.Taxes[0].Base + 0.01m }] } },
        { "BR-S-10", invoice => invoice with { Taxes = [invoice.Taxes[0] with { ExemptionReason = "because" }] } },
        { "BR-Z-01", invoice => Line(invoice, line => line with { Category = VatCategory.Zero, Rate = 0m }) },
        { "BR-Z-02", invoice => Untaxed(invoice, VatCategory.Zero, null) with { Seller = invoice.Seller with { VatNumber = null } } },
        { "BR-Z-05", invoice => Line(invoice, line => line with { Category = VatCategory.Zero }) },
        { "BR-Z-10", invoice => Untaxed(invoice, VatCategory.Zero, "because") },
        { "BR-E-01", invoice => Line(invoice, line => line with { Category = VatCategory.Exempt, Rate = 0m }) },
        { "BR-E-02", invoice => Untaxed(invoice, VatCategory.Exempt, "because") with { Seller = invoice.Seller with { VatNumber = null } } },
        { "BR-E-05", invoice => Line(invoice, line => line with { Category = VatCategory.Exempt }) },
        { "BR-E-08", invoice => Untaxed(invoice, VatCategory.Exempt, "because") with { Lines = [] } },
        { "BR-E-09", invoice => Untaxed(invoice, VatCategory.Exempt, "because") is var exempt ? exempt with { Taxes = [exempt.Taxes[0] with { Tax = 2m }] } : invoice },
        { "BR-E-10", invoice => Untaxed(invoice, VatCategory.Exempt, null) },
        { "BR-AE-02", invoice => Untaxed(invoice, VatCategory.ReverseCharge, "Reverse charge") with { Buyer = invoice.Buyer with { VatNumber = null, Registration = null } } },
        { "BR-AE-05", invoice => Line(invoice, line => line with { Category = VatCategory.ReverseCharge }) },
        { "BR-AE-10", invoice => Untaxed(invoice, VatCategory.ReverseCharge, null) },
        { "BR-O-02", invoice => Untaxed(invoice, VatCategory.OutsideScope, "Not subject to VAT") },
        { "BR-O-05", invoice => Line(invoice, line => line with { Category = VatCategory.OutsideScope }) },
        { "BR-O-10", invoice => Untaxed(invoice, VatCategory.OutsideScope, null) },
        { "BR-O-11", invoice => invoice with { Taxes = [.. invoice.Taxes, new EInvoiceTax(VatCategory.OutsideScope, 0m, 0m, 0m, "VATEX-EU-O", null)] } },
        { "PEPPOL-EN16931-R003", invoice => invoice with { BuyerReference = null, Order = null } },
        { "PEPPOL-EN16931-R010", invoice => invoice with { Buyer = invoice.Buyer with { ElectronicAddress = null } } },
        { "PEPPOL-EN16931-R020", invoice => invoice with { Seller = invoice.Seller with { ElectronicAddress = null } } },
        { "PEPPOL-EN16931-CL008", invoice => invoice with { Buyer = invoice.Buyer with { ElectronicAddress = new ElectronicAddress("EM", "a@b.example") } } },
        { "PEPPOL-EN16931-R110", invoice => Line(invoice, line => line with { From = invoice.From.AddDays(-1) }) },
        { "PEPPOL-EN16931-R111", invoice => Line(invoice, line => line with { Through = invoice.Through.AddDays(1) }) },
        { "PEPPOL-EN16931-R120", invoice => Line(invoice, line => line with { Quantity = 44m }) },
        { "PEPPOL-EN16931-R121", invoice => Line(invoice, line => line with { BaseQuantity = 0m }) },
        { "PEPPOL-COMMON-R040", invoice => invoice with { Buyer = invoice.Buyer with { ElectronicAddress = new ElectronicAddress("0088", "4000000000007") } } },
        { "PEPPOL-COMMON-R041", invoice => invoice with { Buyer = invoice.Buyer with { ElectronicAddress = new ElectronicAddress("0192", "974760674") } } },
        { "PEPPOL-COMMON-R043", invoice => invoice with { Buyer = invoice.Buyer with { Registration = new LegalRegistration("0202239952", "0208") } } },
        { "PEPPOL-COMMON-R049", invoice => invoice with { Buyer = invoice.Buyer with { ElectronicAddress = new ElectronicAddress("0007", "5560360794") } } },
        { "PEPPOL-COMMON-R054", invoice => invoice with { Buyer = invoice.Buyer with { Registration = new LegalRegistration("1234567", "0106") } } },
        { "PEPPOL-COMMON-R055", invoice => invoice with { Buyer = invoice.Buyer with { Registration = new LegalRegistration("1234567", "0190") } } },
        { "MSP-ADDRESS", invoice => invoice with { Seller = invoice.Seller with { Address = new PostalAddress(null, "Dublin", null) } } },
        { "MSP-CONTACT", invoice => invoice with { Seller = invoice.Seller with { Contact = null } } },
        { "MSP-PAYMENT", invoice => invoice with { Payment = null } },
        { "MSP-DUE", invoice => invoice with { DueDay = invoice.IssueDay.AddDays(-1) } },
        { "MSP-LINE", invoice => invoice with { Lines = [invoice.Lines[0], invoice.Lines[1] with { Id = "1" }] } },
        { "MSP-ARITHMETIC", invoice => Line(invoice, line => line with { NetAmount = line.NetAmount + 0.01m }) },
        { "MSP-TAX", invoice => invoice with { Taxes = [invoice.Taxes[0] with { Tax = invoice.Taxes[0].Tax + 0.5m }] } },
        { "MSP-SIGN", invoice => invoice with { IsCreditNote = true, GrossTotal = -invoice.GrossTotal } },
        { "DE-R-001", invoice => German(invoice) with { Payment = null } },
        { "DE-R-002", invoice => Contact(German(invoice), null) },
        { "DE-R-004", invoice => German(invoice) is var german ? german with { Seller = german.Seller with { Address = new PostalAddress("1", "Berlin", null) } } : invoice },
        { "DE-R-005", invoice => Contact(German(invoice), new ContactPoint(null, "+49 30 1", "a@b.example")) },
        { "DE-R-006", invoice => Contact(German(invoice), new ContactPoint("Anna", "+4", "a@b.example")) },
        { "DE-R-007", invoice => Contact(German(invoice), new ContactPoint("Anna", "+49 30 1")) },
        { "DE-R-009", invoice => German(invoice) with { Buyer = invoice.Buyer with { Address = new PostalAddress("1", "Hamburg", null) } } },
        { "DE-R-015", invoice => German(invoice) with { BuyerReference = null } },
        { "NL-R-001", invoice => invoice with { IsCreditNote = true } },
        { "NL-R-002", invoice => Dutch(invoice) is var dutch ? dutch with { Seller = dutch.Seller with { Address = new PostalAddress("1", "Delft", null) } } : invoice },
        { "NL-R-003", invoice => Dutch(invoice) is var dutch ? dutch with { Seller = dutch.Seller with { Registration = new LegalRegistration("1") } } : invoice },
        { "NL-R-004", invoice => Dutch(invoice) with { Buyer = invoice.Buyer with { Country = "NL", Address = new PostalAddress(null, "Delft", "2611") } } },
        { "NL-R-005", invoice => Dutch(invoice) with { Buyer = invoice.Buyer with { Country = "NL" } } },
        { "NL-R-007", invoice => Dutch(invoice) with { Payment = null } },
    };

    [Theory]
    [MemberData(nameof(Slips))]
    public void A_slip_is_found_by_its_official_rule_and_said_in_words(string rule, Func<EInvoice, EInvoice> slip)
    {
        var finding = EInvoiceRules.Check(slip(Right)).FirstOrDefault(finding => finding.Rule == rule);

        Assert.NotNull(finding);
        Assert.EndsWith(".", finding.Message, StringComparison.Ordinal);
        Assert.True(finding.Message.Length > 15, finding.Message);
    }

    [Fact]
    public void What_is_right_has_no_finding()
    {
        Assert.Empty(EInvoiceRules.Check(Right));
        Assert.Empty(EInvoiceRules.Check(German(Right)));
        Assert.Empty(EInvoiceRules.Check(Dutch(Right)));
    }

    private static EInvoice Line(EInvoice invoice, Func<EInvoiceLine, EInvoiceLine> slip) => invoice with { Lines = [slip(invoice.Lines[0]), invoice.Lines[1]] };

    private static EInvoice Untaxed(EInvoice invoice, VatCategory category, string? reason) => invoice with
    {
        Lines = [.. invoice.Lines.Select(line => line with { Category = category, Rate = 0m })],
        Taxes = [new EInvoiceTax(category, 0m, invoice.NetTotal, 0m, null, reason)],
        TaxTotal = 0m,
        GrossTotal = invoice.NetTotal,
    };

    private static EInvoice German(EInvoice invoice) => invoice with { Seller = invoice.Seller with { Country = "DE" } };

    private static EInvoice Contact(EInvoice invoice, ContactPoint? contact) => invoice with { Seller = invoice.Seller with { Contact = contact } };

    private static EInvoice Dutch(EInvoice invoice) => invoice with { Seller = invoice.Seller with { Country = "NL", Registration = new LegalRegistration("12345678", "0106") } };
}
