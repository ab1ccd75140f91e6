using System.Globalization;
using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Contracts;
using Msp.Billing.Invoicing;
using Msp.Billing.Ledger;
using Msp.Billing.Plans;
using Msp.Billing.Tests.Invoicing;

namespace Msp.Billing.Tests.Ledger;

/// <summary>What documents, payments and the rest mean for the books, account by account.</summary>
public sealed class PostingsTests
{
    private static readonly Postings Postings = new(AccountMap.Standard);

    [Fact]
    public void An_invoice_in_advance_is_deferred_and_taxed()
    {
        var entry = Postings.Of(Document(new Books(Books.Terms("2026-03-01", new ContractLine(1, Books.ManagedUser(), 45))), "2026-03-01"));

        // 45 × 150.00 = 6,750.00; 19 % of it 1,282.50.
        Assert.Equal(["Receivable 1200 8032.50", "Tax 2200-standard-19 -1282.50", "DeferredRevenue 2400 -6750.00"], Lines(entry));
        Assert.Equal(("INV-2026-0000001", "K-1", Books.Day("2026-03-01")), (entry.Reference, entry.Customer, entry.Day));
    }

    [Fact]
    public void What_is_over_on_the_day_of_issue_is_revenue_at_once()
    {
        var books = new Books(Books.Terms("2026-03-01", new ContractLine(1, Books.ManagedUser(), 45)));
        var entry = Postings.Of(Document(books, "2026-03-31"));

        Assert.Equal(["Receivable 1200 8032.50", "Revenue 4000 -6750.00", "Tax 2200-standard-19 -1282.50"], Lines(entry));
    }

    [Fact]
    public void A_credit_note_becomes_the_customers_credit()
    {
        var books = new Books(Books.Terms("2026-03-01", new ContractLine(1, Books.ManagedUser(), 45)));
        books.Run("2026-03-01");
        books.Contract.RemoveLine(Books.From("2026-03-17", "2026-03-20"), 1);

        // 6,750.00 × 15/31 = 3,266.13 for 17–31 March, issued on the 20th: eleven of the days are still to come.
        var entry = Postings.Of(Document(books, "2026-03-20"));
        Assert.Equal(["Tax 2200-standard-19 620.56", "DeferredRevenue 2400 3266.13", "CustomerCredit 2100 -3886.69"], Lines(entry));
    }

    [Fact]
    public void A_line_goes_to_its_own_revenue_account()
    {
        var charge = new Charge("setup", "Setup", BillingUnit.Flat, Pricing.Flat(500m, Currency.Eur)) { Timing = ChargeTiming.Once, LedgerAccount = "4400" };
        var entry = Postings.Of(Document(new Books(Books.Terms("2026-03-01", new ContractLine(1, charge, 1))), "2026-03-01"));

        Assert.Equal(["Receivable 1200 595.00", "Revenue 4400 -500.00", "Tax 2200-standard-19 -95.00"], Lines(entry));
    }

    [Fact]
    public void Money_goes_to_the_customers_credit_and_from_there_to_invoices()
    {
        var (day, amount) = (Books.Day("2026-03-20"), Eur(1000m));

        Assert.Equal(["Bank 1000 1000.00", "CustomerCredit 2100 -1000.00"], Lines(Postings.Of(new Payment("PAY-1", PaymentKind.Received, "K-1", day, amount))));
        Assert.Equal(["Bank 1000 -1000.00", "CustomerCredit 2100 1000.00"], Lines(Postings.Of(new Payment("PAY-2", PaymentKind.Reversal, "K-1", day, -amount))));
        Assert.Equal(["Bank 1000 -1000.00", "CustomerCredit 2100 1000.00"], Lines(Postings.Of(new Payment("PAY-3", PaymentKind.Refund, "K-1", day, -amount))));
        Assert.Equal(["Receivable 1200 -1000.00", "CustomerCredit 2100 1000.00"], Lines(Postings.Of(new PaymentAllocation("A-1", "PAY-1", "INV-1", "K-1", day, amount))));
        Assert.Equal(["Receivable 1200 -1000.00", "WriteOff 6900 1000.00"], Lines(Postings.OfWriteOff("INV-1", "K-1", day, amount)));
        Assert.Equal(["Receivable 1200 -1000.00", "Discounts 6800 1000.00"], Lines(Postings.OfWriteOff("INV-1", "K-1", day, amount, asDiscount: true)));
        Assert.Equal(
            ["Receivable 1200 47.40", "InterestIncome 4900 -7.40", "FeeIncome 4910 -40.00"], Lines(Postings.Of(new LateCharge("DUN-1", "K-1", day, Eur(40m), Eur(7.40m)))));
    }

    [Fact]
    public void An_entry_that_does_not_balance_is_refused()
    {
        var refused = Assert.Throws<UnbalancedEntryException>(() => new JournalEntry(
            JournalSource.Payment, "PAY-1", Books.Day("2026-03-01"), Currency.Eur, null,
            [new(AccountMap.Standard.Of(AccountRole.Bank), 100), new(AccountMap.Standard.Of(AccountRole.CustomerCredit), -99)]));

        Assert.Equal("The entry for PAY-1 does not balance: debits exceed credits by 0.01 EUR. Every entry sums to zero.", refused.Message);
    }

    [Fact]
    public void A_closed_period_takes_nothing_and_a_correction_goes_to_the_first_open_day()
    {
        var journal = new Journal();
        var late = Postings.OfWriteOff("INV-1", "K-1", Books.Day("2026-03-31"), Eur(10m));
        journal.Close(Books.Day("2026-03-31"));

        Assert.Throws<ClosedPeriodException>(() => journal.Post(late));
        Assert.Throws<ClosedPeriodException>(() => journal.Close(Books.Day("2026-03-31")));
        Assert.True(journal.Post(late.OnDay(journal.OpenDay(late.Day))));
        Assert.Equal(Books.Day("2026-04-01"), Assert.Single(journal.Entries).Day);
        Assert.False(journal.Post(late), "The same thing is posted once.");
    }

    [Fact]
    public void What_is_posted_late_is_caught_up_with_and_asking_again_earns_nothing()
    {
        var year = new Deferral(AccountMap.Standard.RevenueOf(""), Currency.Eur, 36_500, Books.Days("2026-01-01", "2026-12-31"));
        var january = Postings.OfRecognition("REC-1", Books.Day("2026-01-31"), Currency.Eur, [], []);
        var february = Postings.OfRecognition("REC-2", Books.Day("2026-02-28"), Currency.Eur, [year], [january]);
        var again = Postings.OfRecognition("REC-3", Books.Day("2026-02-28"), Currency.Eur, [year], [january, february]);

        // One euro a day: nothing known in January, 31 + 28 days in February.
        Assert.Empty(january.Lines);
        Assert.Equal(["Revenue 4000 -59.00", "DeferredRevenue 2400 59.00"], Lines(february));
        Assert.Empty(again.Lines);
    }

    internal static PostedDocument Document(Books books, string day, long sequence = 1)
    {
        var draft = books.Run(day);
        Assert.NotNull(draft);
        return PostedDocument.Of(draft, "main", sequence, Books.At(Books.Day(day), 12), CanonicalDocument.NoPredecessor);
    }

    internal static Money Eur(decimal amount) => new(amount, Currency.Eur);

    private static string[] Lines(JournalEntry entry) =>
        [.. entry.Lines.Select(line => $"{line.Account} {Money.FromMinorUnits(line.MinorUnits, entry.Currency).Amount.ToString(CultureInfo.InvariantCulture)}")];
}
