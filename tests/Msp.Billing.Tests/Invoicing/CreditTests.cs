using System.Globalization;
using Msp.Billing.Contracts;
using Msp.Billing.Invoicing;
using Msp.Billing.Rating;

namespace Msp.Billing.Tests.Invoicing;

/// <summary>Several credit notes against one invoice: each rounds its own tax, none gives back more than is left, and the last gives back the rest.</summary>
public sealed class CreditTests
{
    // Taxed together: 3 × 10.01 × 19 % = 5.7057 is 5.71; one by one 1.9019 is 1.90 each, together 5.70: the last gives 1.91.
    // 3 × 10.04: 5.7228 is 5.72; one by one 1.9076 is 1.91 each, together 5.73: the last gives 1.90.
    // 4 × 0.03: 0.0228 is 0.02; one by one 0.0057 is 0.01 each: after two of them nothing is left.
    [Theory]
    [InlineData("10.01", 3, 571, "-1.90 -1.90 -1.91")]
    [InlineData("10.04", 3, 572, "-1.91 -1.91 -1.90")]
    [InlineData("0.03", 4, 2, "-0.01 -0.01 0.00 0.00")]
    public void The_last_credit_takes_the_rest_of_the_tax(string price, int users, long taxed, string credited)
    {
        var books = Start(price, users);

        Assert.Equal(taxed, books.Run("2026-03-01")?.Tax.MinorUnits);
        Assert.Equal(credited, string.Join(' ', CreditOneByOne(books, users).Select(Tax)));
    }

    // Net 30.00 / 1.19 = 25.2101 is 25.21, tax 4.79; 10.00 / 1.19 = 8.4034 is 8.40, tax 1.60: three times 4.80, so the last gives 1.59 and net 8.41.
    [Fact]
    public void Prices_that_include_tax_give_back_what_was_paid_and_the_tax_that_was_in_it()
    {
        var books = Start("10.00", 3, pricesIncludeTax: true);

        Assert.Equal((25_21L, 4_79L), Amounts(books.Run("2026-03-01")));
        Assert.Equal([(-8_40L, -1_60L), (-8_40L, -1_60L), (-8_41L, -1_59L)], CreditOneByOne(books, 3).Select(Amounts));
    }

    // March and April, 30.03 each with 5.71: 60.06 × 19 % = 11.4114 would be 11.41; they were taxed 11.42.
    [Fact]
    public void A_credit_of_two_whole_invoices_is_both_of_them()
    {
        var books = Start("10.01", 3);
        books.Run("2026-03-01");
        books.Run("2026-04-01");
        books.Contract.ChangeQuantity(Books.From("2026-03-01", "2026-04-02"), 1, 0);

        Assert.Equal((-60_06L, -11_42L), Amounts(books.Run("2026-04-02")));
    }

    // April bills 3 × 10.01 and takes one user off March: 20.02 × 19 % = 3.8038 is 3.80. March's part of it is -1.90, so 3.81 is left of March and 5.70 is April's.
    [Fact]
    public void What_a_later_invoice_took_off_counts()
    {
        var books = Start("10.01", 3);
        books.Run("2026-03-01");
        books.Contract.ChangeQuantity(Books.From("2026-03-01", "2026-03-20"), 1, 2);
        books.Contract.ChangeQuantity(Books.From("2026-04-01", "2026-03-20"), 1, 3);
        Assert.Equal((20_02L, 3_80L), Amounts(books.Run("2026-04-01")));

        books.Contract.ChangeQuantity(Books.From("2026-03-01", "2026-04-02"), 1, 0);
        Assert.Equal((-20_02L, -3_81L), Amounts(books.Run("2026-04-02")));
        books.Contract.ChangeQuantity(Books.From("2026-04-01", "2026-04-03"), 1, 0);
        Assert.Equal((-30_03L, -5_70L), Amounts(books.Run("2026-04-03")));
    }

    // Two of three users are taken off, then come back: 20.02 × 19 % = 3.8038 is 3.80, so 5.71 − 3.80 + 3.80 = 5.71 is there to give back at the end.
    [Fact]
    public void What_is_billed_again_can_be_credited_again()
    {
        var books = Start("10.01", 3);
        books.Run("2026-03-01");
        var taxes = new List<string>();
        foreach (var (day, users) in new[] { ("2026-03-02", 1), ("2026-03-03", 3), ("2026-03-04", 0) })
        {
            books.Contract.ChangeQuantity(Books.From("2026-03-01", day), 1, users);
            taxes.Add(Tax(books.Run(day)));
        }

        Assert.Equal(["-3.80", "3.80", "-5.71"], taxes);
    }

    // March was billed 30.03 with 5.71. Who is exempt from then on owes April without tax, and a user taken off March, or added to it, is taxed as March was:
    // −10.01 × 19 % = −1.9019 is −1.90, 10.01 the other way round.
    [Fact]
    public void A_customer_who_became_exempt_is_adjusted_as_it_was_billed()
    {
        var books = Start("10.01", 3);
        books.Run("2026-03-01");
        books.Customer = new Customer("K-1", "Nordwind Logistics", new TaxProfile("DE", exemptionReason: "Charity"));

        books.Contract.ChangeQuantity(Books.From("2026-03-01", "2026-03-10"), 1, 2);
        Assert.Equal((-10_01L, -1_90L), Amounts(books.Run("2026-03-10")));
        books.Contract.ChangeQuantity(Books.From("2026-03-01", "2026-03-11"), 1, 3);
        Assert.Equal((10_01L, 1_90L), Amounts(books.Run("2026-03-11")));
        Assert.Equal((30_03L, 0L), Amounts(books.Run("2026-04-01")));

        books.Contract.ChangeQuantity(Books.From("2026-03-01", "2026-04-02"), 1, 0);
        Assert.Equal((-60_06L, -5_71L), Amounts(books.Run("2026-04-02")));
    }

    [Fact]
    public void The_explanation_says_what_was_left()
    {
        var books = Start("10.01", 3);
        books.Run("2026-03-01");
        CreditOneByOne(books, 2);
        books.Contract.ChangeQuantity(Books.From("2026-03-01", "2026-03-09"), 1, 0);
        var draft = books.Preview("2026-03-09");
        Assert.NotNull(draft);

        var explanation = DocumentExplainer.Explain(
            draft, new DraftRequest(books.Customer, Books.Day("2026-03-09")) { KnownAt = draft.KnownAt, Billed = books.Ledger.For("C-1") });

        Assert.Contains(
            ExplanationText.Render(explanation, draft.Currency, CultureInfo.InvariantCulture),
            line => line.Contains("tax standard rate 19 % of -10.01 EUR would be -1.90 EUR; what is left of the tax on what is credited = -1.91 EUR", StringComparison.Ordinal));
    }

    // Without what was posted, each rounds its own.
    [Fact]
    public void Nothing_is_asked_for_an_invoice()
    {
        var books = Start("10.01", 3);
        books.Run("2026-03-01");
        books.Contract.ChangeQuantity(Books.From("2026-03-01", "2026-03-20"), 1, 2);

        var draft = new Drafter(new TableTaxCalculator(Books.Taxes)).Draft(books.Contract, new DraftRequest(books.Customer, Books.Day("2026-04-01"))
        {
            Billed = books.Ledger.For("C-1"),
            PostedTax = () => throw new InvalidOperationException("There is nothing to give back."),
        });

        Assert.Equal((10_01L, 1_90L), Amounts(draft));
    }

    private static Books Start(string price, int users, bool pricesIncludeTax = false) => new(new ContractTerms(
        Msp.Billing.Amounts.Currency.Eur, Books.Day("2026-03-01"),
        new ContractLine(1, Books.ManagedUser(decimal.Parse(price, CultureInfo.InvariantCulture)), users))
    { PricesIncludeTax = pricesIncludeTax });

    private static List<InvoiceDraft?> CreditOneByOne(Books books, int times)
    {
        var notes = new List<InvoiceDraft?>();
        for (var i = 1; i <= times; i++)
        {
            var day = $"2026-03-{i + 1:00}";
            var now = books.Contract.Amendments.OfType<Amendment.QuantityChanged>().LastOrDefault()?.Quantity ?? books.Contract.Terms.Lines[0].Quantity;
            books.Contract.ChangeQuantity(Books.From("2026-03-01", day), 1, now - 1);
            var note = books.Run(day);
            Assert.Equal(DocumentKind.CreditNote, note?.Kind);
            notes.Add(note);
        }

        return notes;
    }

    private static string Tax(InvoiceDraft? draft) => (draft?.Tax.Amount ?? 0).ToString("0.00", CultureInfo.InvariantCulture);

    private static (long Net, long Tax) Amounts(InvoiceDraft? draft) => (draft?.Subtotal.MinorUnits ?? 0, draft?.Tax.MinorUnits ?? 0);
}
