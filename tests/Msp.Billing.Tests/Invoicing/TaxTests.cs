using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Contracts;
using Msp.Billing.Invoicing;
using Msp.Billing.Plans;

namespace Msp.Billing.Tests.Invoicing;

/// <summary>Tax: once for each category and rate, from the rounded lines.</summary>
public sealed class TaxTests
{
    private static ContractLine Line(int id, decimal price, TaxCategory category = TaxCategory.Standard) =>
        new(id, new Charge($"fee-{id}", $"Fee {id}", BillingUnit.Flat, Pricing.Flat(price, Currency.Eur)) { TaxCategory = category }, 1);

    private static ContractTerms Terms(params ContractLine[] lines) => Books.Terms("2026-03-01", lines);

    private static string[] Subtotals(InvoiceDraft? draft) =>
        [.. (draft?.Taxes ?? []).Select(tax => $"{tax.Category} {tax.Rate}: {tax.TaxMinorUnits} on {tax.BaseMinorUnits}")];

    // 68.33 + 68.33 + 57.50 + 85.00 = 279.16; 20 % is 55.832; R14: line by line it would be 13.67 + 13.67 + 11.50 + 17.00 = 55.84
    [Fact]
    public void It_is_rounded_once_for_all_lines_of_a_rate()
    {
        var draft = new Books(Terms(Line(1, 68.33m), Line(2, 68.33m), Line(3, 57.50m), Line(4, 85m)), new TaxProfile("GB")).Run("2026-03-01");

        Assert.Equal(["Standard 20 %: 5583 on 27916"], Subtotals(draft));
        Assert.Equal("334.99 EUR", draft?.Total.ToString());
    }

    // R14: what was billed with 55.83 of tax is credited with 55.83, not with 55.84
    [Fact]
    public void A_document_credited_in_one_go_is_credited_with_its_tax()
    {
        var books = new Books(Terms(Line(1, 68.33m), Line(2, 68.33m), Line(3, 57.50m), Line(4, 85m)), new TaxProfile("GB"));
        books.Run("2026-03-01");
        for (var line = 1; line <= 4; line++)
        {
            books.Contract.RemoveLine(Books.From("2026-03-01", "2026-03-10"), line);
        }

        Assert.Equal("-334.99 EUR", books.Run("2026-03-10")?.Total.ToString());
    }

    // R14 (L9): 29/30 of 200.00 at 25 %: 193.33 + 48.33 = 241.66; of 160.00: 154.67 + 38.67 = 193.34. Here in April: ended on the 2nd.
    [Theory]
    [InlineData("200", "-193.33", "-48.33", "-241.66")]
    [InlineData("160", "-154.67", "-38.67", "-193.34")]
    public void Tax_follows_the_sign(string price, string net, string tax, string total)
    {
        var books = new Books(Books.Terms("2026-04-01", Line(1, decimal.Parse(price, System.Globalization.CultureInfo.InvariantCulture))), new TaxProfile("SE"));
        books.Run("2026-04-01");
        books.Contract.RemoveLine(Books.From("2026-04-02"), 1);
        var credit = books.Run("2026-04-02");

        Assert.Equal(($"{net} EUR", $"{tax} EUR", $"{total} EUR"), (credit?.Subtotal.ToString(), credit?.Tax.ToString(), credit?.Total.ToString()));
    }

    // R14 (T2): two prices of 0.0035 are two lines of 0.00; the taxable base is what is printed, not 0.01
    [Fact]
    public void The_base_is_the_sum_of_the_printed_lines() => Assert.Equal(
        ["Standard 19 %: 0 on 0"],
        Subtotals(new Books(Terms(Line(1, 0.0035m), Line(2, 0.0035m))).Run("2026-03-01")));

    // 19 % of 100.00, 7 % of 50.00, nothing on 30.00 that are exempt and 20.00 that are outside
    [Fact]
    public void Each_category_has_its_subtotal()
    {
        var draft = new Books(Terms(
            Line(1, 100m), Line(2, 50m, TaxCategory.Reduced), Line(3, 30m, TaxCategory.Exempt), Line(4, 20m, TaxCategory.OutsideScope))).Run("2026-03-01");

        Assert.Equal(
            ["Standard 19 %: 1900 on 10000", "Reduced 7 %: 350 on 5000", "Exempt 0 %: 0 on 3000", "OutsideScope 0 %: 0 on 2000"],
            Subtotals(draft));
        Assert.Equal("222.50 EUR", draft?.Total.ToString());
    }

    // The table drops from 19 % to 16 % on 1 July 2020 and is back at 19 % on 1 January 2021.
    [Fact]
    public void An_adjustment_is_taxed_as_the_period_it_corrects()
    {
        var books = new Books(Books.Terms("2020-06-01", new ContractLine(1, Books.ManagedUser(), 45)));
        Assert.Equal(["Standard 19 %: 128250 on 675000"], Subtotals(books.Run("2020-06-01")));

        // +3 × 150.00 × 15/30 = 225.00 for June at 19 %: 42.75. July: 48 × 150.00 = 7,200.00 at 16 %: 1,152.00
        books.Contract.ChangeQuantity(Books.From("2020-06-16"), 1, 48);
        Assert.Equal(["Standard 19 %: 4275 on 22500", "Standard 16 %: 115200 on 720000"], Subtotals(books.Run("2020-07-01")));
    }

    // 119.00 + 59.50 with 19 % in it: net 178.50 / 1.19 = 150.00, tax the rest; lines 100.00 + 50.00.
    // 9.99 × 3 = 29.97: net 25.1849 is 25.18, tax 4.79; lines 8.40 + 8.39 + 8.39
    [Theory]
    [InlineData(new[] { "119", "59.50" }, "150.00", "28.50", new long[] { 10_000, 5_000 })]
    [InlineData(new[] { "9.99", "9.99", "9.99" }, "25.18", "4.79", new long[] { 840, 839, 839 })]
    public void Prices_that_include_tax_give_net_first_and_tax_as_the_rest(string[] prices, string net, string tax, long[] lines)
    {
        var terms = new ContractTerms(
            Currency.Eur, Books.Day("2026-03-01"),
            [.. prices.Select((price, i) => Line(i + 1, decimal.Parse(price, System.Globalization.CultureInfo.InvariantCulture)))])
        { PricesIncludeTax = true };
        var draft = new Books(terms).Run("2026-03-01");

        Assert.Equal(($"{net} EUR", $"{tax} EUR"), (draft?.Subtotal.ToString(), draft?.Tax.ToString()));
        Assert.Equal(lines, draft?.Lines.Select(line => line.NetMinorUnits) ?? []);
        Assert.Equal(draft?.Total.MinorUnits, draft?.Lines.Sum(line => line.MinorUnits));
    }

    [Fact]
    public void A_customer_with_reverse_charge_pays_no_tax_and_an_exempt_one_none_either()
    {
        var terms = Terms(Line(1, 100m), Line(2, 50m, TaxCategory.Zero));

        Assert.Equal(
            ["ReverseCharge 0 %: 0 on 10000", "Zero 0 %: 0 on 5000"],
            Subtotals(new Books(terms, new TaxProfile("DE", "FR40303265045", reverseCharge: true)).Run("2026-03-01")));
        Assert.Equal(
            ["Exempt 0 %: 0 on 10000", "Zero 0 %: 0 on 5000"],
            Subtotals(new Books(terms, new TaxProfile("DE", exemptionReason: "Embassy")).Run("2026-03-01")));
    }

    [Fact]
    public void A_rate_that_is_missing_is_said_with_its_jurisdiction_and_day()
    {
        var missing = Assert.Throws<MissingTaxRateException>(() => new Books(Terms(Line(1, 100m)), new TaxProfile("AT")).Run("2026-03-01"));

        Assert.Equal(("AT", TaxCategory.Standard, Books.Day("2026-03-01")), (missing.Jurisdiction, missing.Category, missing.TaxPoint));
        Assert.StartsWith("There is no Standard tax rate for jurisdiction 'AT' on 2026-03-01.", missing.Message, StringComparison.Ordinal);
    }
}
