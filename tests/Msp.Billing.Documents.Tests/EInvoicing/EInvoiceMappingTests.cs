using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Documents.EInvoicing;
using Msp.Billing.Invoicing;
using Msp.Billing.Periods;

namespace Msp.Billing.Documents.Tests.EInvoicing;

public sealed class EInvoiceMappingTests
{
    [Fact]
    public void A_whole_period_is_quantity_times_price() // 45 × 150.00 = 6,750.00
        => Same(new Expected(45m, "C62", 150m, null, 0m), Sample.Line(1, 45m, 150m, 675_000));

    [Fact]
    public void A_part_period_is_days_of_users_at_the_price_of_a_period_so_that_no_day_price_is_rounded() // 3 × 15 × 85.00 ÷ 31 = 123.387…
        => Same(new Expected(45m, "DAY", 85m, 31m, 0m), Sample.Line(1, 3m, 85m, 12_339, new Share(15, 31)));

    [Fact]
    public void What_is_less_than_quantity_times_price_is_a_discount() // 10 × 20.00 − 10 % = 180.00
        => Same(new Expected(10m, "C62", 20m, null, 20m), Sample.Line(1, 10m, 20m, 18_000));

    [Fact]
    public void A_discount_on_a_part_period_is_off_the_rounded_amount() // 3 × 85.00 × 15/31 = 123.39; 100.00 is billed
        => Same(new Expected(45m, "DAY", 85m, 31m, 23.39m), Sample.Line(1, 3m, 85m, 10_000, new Share(15, 31)));

    [Fact]
    public void Steps_price_the_whole_quantity_at_once() // 45 users cost 5,000.01 by steps: no price of one is exact
        => Same(new Expected(45m, "C62", 5_000.01m, 45m, 0m), Sample.Line(1, 45m, null, 500_001));

    [Fact]
    public void More_than_quantity_times_price_is_the_price_of_the_whole_quantity() // a minimum of 500.00 for 2 × 20.00
        => Same(new Expected(2m, "C62", 500m, 2m, 0m), Sample.Line(1, 2m, 20m, 50_000));

    [Fact]
    public void A_fee_for_nothing_counted_is_one_of_it()
        => Same(new Expected(1m, "C62", 25m, null, 0m), Sample.Line(1, 0m, 10m, 2_500));

    [Fact]
    public void What_costs_nothing_keeps_its_quantity()
        => Same(new Expected(5m, "C62", 0m, null, 0m), Sample.Line(1, 5m, 0m, 0));

    [Fact]
    public void What_is_given_back_on_an_invoice_has_a_quantity_below_zero_and_a_price_above() // −2 × 8 × 150.00 ÷ 31 = −77.419…
    {
        var invoice = EInvoice.Of(Sample.Document(Sample.Line(1, 45m, 150m, 675_000), Sample.Line(2, -2m, 150m, -7_742, new Share(8, 31), round: 1)));

        Assert.False(invoice.IsCreditNote);
        Assert.Equal((-16m, "DAY", 150m, 31m, -77.42m), (invoice.Lines[1].Quantity, invoice.Lines[1].UnitCode, invoice.Lines[1].Price, invoice.Lines[1].BaseQuantity, invoice.Lines[1].NetAmount));
        Assert.Empty(EInvoiceRules.Check(invoice));
    }

    [Fact]
    public void A_credit_note_shows_what_it_gives_back_above_zero() // −2 × 150.00 = −300.00 and 23 % of it
    {
        var credit = EInvoice.Of(Sample.Document(Sample.Line(1, -2m, 150m, -30_000, round: 1)));

        Assert.True(credit.IsCreditNote);
        Assert.Equal((2m, 300m, 69m, 369m), (credit.Lines[0].Quantity, credit.NetTotal, credit.TaxTotal, credit.GrossTotal));
        Assert.Equal("INV-2026-0000001", Assert.Single(credit.Preceding).Number);
        Assert.Empty(EInvoiceRules.Check(credit));
    }

    [Fact]
    public void Standard_and_reduced_are_one_category_at_two_rates()
    {
        var invoice = EInvoice.Of(Sample.Document(
            Sample.Line(1, 1m, 100m, 10_000), Sample.Line(2, 1m, 10m, 1_000, category: TaxCategory.Reduced, rate: 13.5m), Sample.Line(3, 1m, 5m, 500, category: TaxCategory.Reduced, rate: 23m)));

        Assert.Equal([(VatCategory.Standard, 23m, 105m, 24.15m), (VatCategory.Standard, 13.5m, 10m, 1.35m)], invoice.Taxes.Select(tax => (tax.Category, tax.Rate, tax.Base, tax.Tax)));
        Assert.Empty(EInvoiceRules.Check(invoice));
    }

    [Fact]
    public void A_document_outside_the_scope_carries_no_VAT_number()
    {
        var invoice = EInvoice.Of(Sample.Document(Sample.Line(1, 1m, 100m, 10_000, category: TaxCategory.OutsideScope, rate: 0m)));

        Assert.Null(invoice.Seller.VatNumber);
        Assert.Null(invoice.Buyer.VatNumber);
        Assert.Empty(EInvoiceRules.Check(invoice));
    }

    [Fact]
    public void The_order_and_the_account_come_from_the_parties()
    {
        var invoice = EInvoice.Of(Sample.Document(Sample.Line(1, 1m, 100m, 10_000)));

        Assert.Equal(("PO-4711", "58", "INV-2026-0000007"), (invoice.Order, invoice.Payment?.MeansCode, invoice.Payment?.Reference));
        Assert.Equal("30", EInvoice.Of(Sample.Document(Currency.Usd, Sample.Line(1, 1m, 100m, 10_000))).Payment?.MeansCode);
    }

    [Fact]
    public void US_sales_tax_and_three_decimals_are_refused_with_the_reason()
    {
        var salesTax = Sample.Document(Currency.Usd, Sample.Line(1, 1m, 100m, 10_000, category: TaxCategory.SalesTax, rate: 7.25m));
        var dinar = Sample.Document(Currency.FromCode("KWD"), Sample.Line(1, 1m, 100m, 100_000));

        Assert.Contains("sales tax", Assert.Throws<EInvoiceRefusedException>(() => EInvoice.Of(salesTax)).Message, StringComparison.Ordinal);
        Assert.Contains("KWD", Assert.Throws<EInvoiceRefusedException>(() => EInvoice.Of(dinar)).Message, StringComparison.Ordinal);
        Assert.Equal(EInvoiceRules.Refused, Assert.Single(EInvoiceRules.Check(salesTax)).Rule);
        Assert.False(EInvoiceRules.Apply(salesTax));
        Assert.True(EInvoiceRules.Apply(Sample.Document(Sample.Line(1, 1m, 100m, 10_000))));
    }

    private static void Same(Expected expected, PostedLine line)
    {
        var document = Sample.Document(line);
        var actual = EInvoice.Of(document).Lines[0];

        Assert.Equal(expected, new Expected(actual.Quantity, actual.UnitCode, actual.Price, actual.BaseQuantity, actual.Allowance));
        Assert.Empty(EInvoiceRules.Check(document));
    }

    private sealed record Expected(decimal Quantity, string Unit, decimal Price, decimal? Per, decimal Allowance);
}
