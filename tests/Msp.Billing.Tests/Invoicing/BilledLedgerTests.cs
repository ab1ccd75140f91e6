using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Contracts;
using Msp.Billing.Invoicing;

namespace Msp.Billing.Tests.Invoicing;

public sealed class BilledLedgerTests
{
    private static Books Start() => new(Books.Terms("2026-03-01", new ContractLine(1, Books.ManagedUser(), 45)));

    // 6,750.00 on 1 March, then +3 from the 17th: 217.74, known on 1 April; April itself is 48 × 150.00
    [Fact]
    public void It_sums_the_postings_of_each_period_and_counts_them()
    {
        var books = Start();
        books.Run("2026-03-01");
        books.Contract.ChangeQuantity(Books.From("2026-03-17"), 1, 48);
        books.Run("2026-04-01");

        Assert.Equal(
            [
                new BilledPeriod(1, Books.Days("2026-03-01", "2026-03-31"), 2, 696_774, Books.At(Books.Day("2026-04-01"), 12), Books.Day("2026-03-01"), TaxCategory.Standard, new Percentage(19m)),
                new BilledPeriod(1, Books.Days("2026-04-01", "2026-04-30"), 1, 720_000, Books.At(Books.Day("2026-04-01"), 12), Books.Day("2026-04-01"), TaxCategory.Standard, new Percentage(19m)),
            ],
            books.Ledger.For("C-1").ToArray());
    }

    [Fact]
    public void It_leaves_out_periods_that_ended_by_the_recheck_day()
    {
        var books = Start();
        books.Run("2026-03-01");
        books.Run("2026-04-01");

        Assert.Equal(2, books.Ledger.For("C-1", Books.Day("2026-03-31")).Length);
        Assert.Equal(1, books.Ledger.For("C-1", Books.Day("2026-04-01")).Length);
        Assert.Equal(0, books.Ledger.For("C-1", Books.Day("2026-05-01")).Length);
    }

    [Fact]
    public void It_refuses_a_draft_that_was_posted_already_and_adds_nothing()
    {
        var books = Start();
        var draft = books.Preview("2026-03-01");
        Assert.NotNull(draft);
        books.Ledger.Post(draft, Books.At(Books.Day("2026-03-01")));

        var refusal = Assert.Throws<InvalidOperationException>(() => books.Ledger.Post(draft, Books.At(Books.Day("2026-03-02"))));

        Assert.Equal("Contract C-1: line 1 and [2026-03-01, 2026-04-01) were posted 1 times, and this draft is number 1. Draft again.", refusal.Message);
        Assert.Equal(675_000, Assert.Single(books.Ledger.For("C-1").ToArray()).MinorUnits);
    }

    [Fact]
    public void It_takes_over_what_was_posted_elsewhere_once()
    {
        var (books, copy) = (Start(), new BilledLedger());
        books.Run("2026-03-01");
        var posted = books.Ledger.For("C-1").ToArray();

        copy.Restore("C-1", posted);

        Assert.Equal(posted, copy.For("C-1").ToArray());
        Assert.Throws<ArgumentException>(() => copy.Restore("C-1", posted));
        Assert.Equal(0, copy.For("C-2").Length);
    }
}
