using Msp.Billing.Amounts;
using Msp.Billing.Contracts;
using Msp.Billing.Invoicing;
using Msp.Billing.Plans;

namespace Msp.Billing.Tests.Invoicing;

/// <summary>A credit that somebody gives: a line of its own by an amendment, billed once, never an edited amount.</summary>
public sealed class GivenCreditTests
{
    // 45 × 150.00 = 6,750.00 less 100.00 = 6,650.00; tax 19 % = 1,263.50.
    [Fact]
    public void It_stands_on_the_next_invoice_as_a_line_of_its_own_and_on_no_other()
    {
        var books = Start();
        books.Run("2026-03-01");
        books.Contract.AddCredit(Books.From("2026-04-01", "2026-03-20"), 1, Euro(100m), "Credit for the outage of 12 March");

        var april = books.Run("2026-04-01");

        Assert.NotNull(april);
        var line = Assert.Single(april.Lines, one => one.Kind == InvoiceLineKind.OneOff);
        Assert.Equal(("Credit for the outage of 12 March", -1m, (decimal?)100m, -100_00L), (line.Description, line.Quantity, line.UnitPrice, line.MinorUnits));
        Assert.Equal((6_650_00L, 1_263_50L), (april.Subtotal.MinorUnits, april.Tax.MinorUnits));
        Assert.Equal(6_750_00L, books.Run("2026-05-01")?.Subtotal.MinorUnits);
    }

    [Fact]
    public void Taken_back_before_it_is_billed_it_never_stands_on_a_document()
    {
        var books = Start();
        books.Run("2026-03-01");
        books.Contract.AddCredit(Books.From("2026-04-01", "2026-03-20"), 1, Euro(100m), "Credit");
        books.Contract.RemoveLine(Books.From("2026-04-01", "2026-03-21"), 2);

        Assert.Equal(6_750_00L, books.Run("2026-04-01")?.Subtotal.MinorUnits);
    }

    [Fact]
    public void Taken_back_after_it_was_billed_the_next_invoice_bills_it_back()
    {
        var books = Start();
        books.Contract.AddCredit(Books.From("2026-03-01", "2026-02-20"), 1, Euro(100m), "Credit");
        Assert.Equal(6_650_00L, books.Run("2026-03-01")?.Subtotal.MinorUnits);
        books.Contract.RemoveLine(Books.From("2026-03-01", "2026-03-20"), 2);

        Assert.Equal(6_850_00L, books.Run("2026-04-01")?.Subtotal.MinorUnits);
    }

    // 6,750.00 less 7,000.00: 250.00 are given back. Nothing was taxed before, so no tax is given back with them.
    [Fact]
    public void More_than_the_month_is_a_credit_note()
    {
        var books = Start();
        books.Contract.AddCredit(Books.From("2026-03-01", "2026-02-20"), 1, Euro(7_000m), "Credit");

        var draft = books.Run("2026-03-01");

        Assert.Equal((DocumentKind.CreditNote, -250_00L, 0L), (draft?.Kind, draft?.Subtotal.MinorUnits, draft?.Tax.MinorUnits));
    }

    [Fact]
    public void It_is_refused_for_a_line_that_is_not_there_in_another_currency_and_when_it_gives_nothing()
    {
        var contract = Start().Contract;

        Assert.Contains("no line number 7", Assert.Throws<AmendmentException>(() => contract.AddCredit(Books.From("2026-03-01"), 7, Euro(1m), "x")).Message, StringComparison.Ordinal);
        Assert.Contains("the credit is in GBP", Assert.Throws<AmendmentException>(() => contract.AddCredit(Books.From("2026-03-01"), 1, new Money(1m, Currency.Gbp), "x")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => contract.AddCredit(Books.From("2026-03-01"), 1, Euro(0m), "x"));
        Assert.Throws<ArgumentOutOfRangeException>(() => Pricing.Flat(-1m, Currency.Eur));
        Assert.Empty(contract.Amendments);
    }

    private static Money Euro(decimal amount) => new(amount, Currency.Eur);

    private static Books Start() => new(Books.Terms("2026-03-01", new ContractLine(1, Books.ManagedUser(), 45m)));
}
