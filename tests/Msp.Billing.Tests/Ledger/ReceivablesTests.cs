using CsCheck;
using Msp.Billing.Amounts;
using Msp.Billing.Contracts;
using Msp.Billing.Ledger;
using Msp.Billing.Tests.Invoicing;

namespace Msp.Billing.Tests.Ledger;

/// <summary>Payments shared among invoices, ageing, reminders, statements and what the bank says.</summary>
public sealed class ReceivablesTests
{
    private static readonly OpenItem[] Open = [Item("INV-3", "2026-04-30", 300m), Item("INV-1", "2026-02-28", 100m), Item("INV-2", "2026-03-31", 200m)];

    [Theory]
    [InlineData(250, "INV-1 100.00 EUR, INV-2 150.00 EUR")]
    [InlineData(100, "INV-1 100.00 EUR")]
    [InlineData(700, "INV-1 100.00 EUR, INV-2 200.00 EUR, INV-3 300.00 EUR")] // 100.00 stays the customer's credit
    public void The_oldest_is_paid_first(int amount, string expected) =>
        Assert.Equal(expected, string.Join(", ", Allocator.OldestFirst(Eur(amount), Open).Select(share => $"{share.Invoice} {share.Amount}")));

    [Fact]
    public void Chosen_invoices_are_paid_within_what_there_is()
    {
        Assert.Equal([("INV-3", Eur(40m)), ("INV-1", Eur(10m))], Allocator.Chosen(Eur(50m), Open, [("INV-3", Eur(40m)), ("INV-1", null)]));
        Assert.Throws<AllocationException>(() => Allocator.Chosen(Eur(500m), Open, [("INV-1", Eur(100.01m))]));
        Assert.Throws<AllocationException>(() => Allocator.Chosen(Eur(50m), Open, [("INV-1", Eur(50.01m))]));
        Assert.Throws<AllocationException>(() => Allocator.Chosen(Eur(50m), Open, [("INV-1", Eur(10m)), ("INV-1", Eur(10m))]));
        Assert.Throws<AllocationException>(() => Allocator.OldestFirst(Eur(0m), Open));
    }

    [Fact]
    public void Allocations_never_exceed_the_payment_or_an_open_amount() => Gen.Select(Gen.Int[1, 100_000], Gen.Select(Gen.Int[1, 30_000], Gen.Int[0, 90]).Array[0, 8]).Sample(
        (cents, items) =>
        {
            var open = items.Select((item, i) => new OpenItem($"INV-{i}", "K-1", Day("2026-01-01"), Day("2026-01-31").AddDays(item.Item2), Money.FromMinorUnits(item.Item1, Currency.Eur))).ToList();
            var shares = Allocator.OldestFirst(Money.FromMinorUnits(cents, Currency.Eur), open);
            Assert.Equal(Math.Min(cents, open.Sum(item => item.Open.MinorUnits)), shares.Sum(share => share.Amount.MinorUnits));
            Assert.All(shares, share => Assert.InRange(share.Amount.MinorUnits, 1, open.Single(item => item.Invoice == share.Invoice).Open.MinorUnits));
        });

    [Theory]
    [InlineData(0, AgeingBucket.Current)]
    [InlineData(1, AgeingBucket.Days1To30)]
    [InlineData(30, AgeingBucket.Days1To30)]
    [InlineData(31, AgeingBucket.Days31To60)]
    [InlineData(60, AgeingBucket.Days31To60)]
    [InlineData(61, AgeingBucket.Days61To90)]
    [InlineData(90, AgeingBucket.Days61To90)]
    [InlineData(91, AgeingBucket.Over90)]
    public void Buckets_include_their_last_day(int daysOverdue, AgeingBucket bucket) => Assert.Equal(bucket, Ageing.BucketOf(daysOverdue));

    [Fact]
    public void Ageing_sums_what_is_open()
    {
        // On 30 April: due 28 February is 61 days overdue, 31 March 30 days, 30 April not at all.
        var row = Assert.Single(Ageing.Of(Open, Day("2026-04-30")));
        Assert.Equal([30_000, 20_000, 0, 10_000, 0], row.Buckets);
        Assert.Equal((Eur(600m), Eur(100m)), (row.Total, row[AgeingBucket.Days61To90]));
    }

    [Fact]
    public void Reminders_come_one_after_the_other_and_wait_for_a_pause()
    {
        var (policy, item) = (DunningPolicy.Standard, Item("INV-1", "2026-02-28", 100m));

        Assert.Null(Dunning.Next(policy, item, null, null, Day("2026-03-06")));        // 6 days
        var first = Dunning.Next(policy, item, null, null, Day("2026-03-07"));          // 7 days
        Assert.Equal((1, "INV-1 of 100.00 EUR was due on 2026-02-28. If the payment has crossed this reminder, thank you."), (first?.Level, first?.Text));
        Assert.Null(Dunning.Next(policy, item, null, Day("2026-03-10"), Day("2026-03-10")));
        Assert.NotNull(Dunning.Next(policy, item, null, Day("2026-03-10"), Day("2026-03-11")));
        Assert.Null(Dunning.Next(policy, item, new DunningStep(1, Day("2026-03-07")), null, Day("2026-03-20")));
        Assert.Equal(2, Dunning.Next(policy, item, new DunningStep(1, Day("2026-03-07")), null, Day("2026-03-21"))?.Level);
        Assert.Null(Dunning.Next(policy, item, new DunningStep(1, Day("2026-06-01")), null, Day("2026-06-07"))); // six days after the last one
        Assert.Null(Dunning.Next(policy, item, new DunningStep(3, Day("2026-04-11")), null, Day("2027-04-11"))); // there is no fourth
    }

    [Fact]
    public void Interest_counts_days_and_is_claimed_once()
    {
        var policy = new DunningPolicy
        {
            InterestPerYear = new Percentage(9m),
            Levels = [new(10, "One", "Pay.", 4000, ChargesInterest: true), new(40, "Two", "Pay!", 0, ChargesInterest: true)],
        };
        var item = Item("INV-1", "2026-02-28", 1000m);

        // 1,000.00 × 9 % × 10 / 365 = 2.466; then 30 days more: 7.397.
        var first = Dunning.Next(policy, item, null, null, Day("2026-03-10"));
        Assert.Equal((Eur(40m), Eur(2.47m)), (first?.Fee, first?.Interest));
        Assert.Equal(Eur(7.40m), Dunning.Next(policy, item, new DunningStep(1, Day("2026-03-10")), null, Day("2026-04-09"))?.Interest);
    }

    [Fact]
    public void A_statement_runs_from_opening_to_closing()
    {
        var postings = new Postings(AccountMap.Standard);
        var books = new Books(Books.Terms("2026-03-01", new ContractLine(1, Books.ManagedUser(), 1)));
        var journal = new Journal();
        journal.Post(postings.Of(PostingsTests.Document(books, "2026-03-01")));
        journal.Post(postings.Of(PostingsTests.Document(books, "2026-04-01", 2)));
        journal.Post(postings.Of(new Payment("PAY-1", PaymentKind.Received, "K-1", Day("2026-04-10"), Eur(200m))));
        journal.Post(postings.Of(new PaymentAllocation("A-1", "PAY-1", "INV-2026-0000001", "K-1", Day("2026-04-10"), Eur(178.50m))));

        // 150.00 + 19 % = 178.50 a month.
        var april = CustomerStatement.Of("K-1", Currency.Eur, Books.Days("2026-04-01", "2026-04-30"), journal.Entries);
        Assert.Equal(Eur(178.50m), april.Opening);
        Assert.Equal(["INV-2026-0000002 178.50 EUR 357.00 EUR", "PAY-1 -200.00 EUR 157.00 EUR"], april.Lines.Select(line => $"{line.Reference} {line.Amount} {line.Balance}"));
        Assert.Equal(Eur(157m), april.Closing);
        Assert.True(journal.Balance(Currency.Eur).IsBalanced);
    }

    [Theory]
    [InlineData("Invoice inv 2", "", 200, "INV-2 200.00 EUR", "Reference, Amount", true)]
    [InlineData("INV-1 and INV-2", "NORDWIND", 300, "INV-1 100.00 EUR, INV-2 200.00 EUR", "Reference, Amount, Name", true)]
    [InlineData("INV-2 part", "", 150, "INV-2 150.00 EUR", "Reference", false)]
    [InlineData("INV-21", "", 300, "INV-3 300.00 EUR", "Amount", false)] // another number: only the amount speaks
    [InlineData("thanks", "Nordwind Logistics", 100, "INV-1 100.00 EUR", "Amount, Name", false)]
    [InlineData("thanks", "Nordwind Logistics", 123, "INV-1 100.00 EUR, INV-2 23.00 EUR", "Name", false)]
    public void The_bank_is_matched_with_reasons(string text, string payer, int amount, string shares, string reasons, bool certain)
    {
        var proposal = PaymentMatcher.Propose(
            new BankEntry("DE1", "1", Day("2026-04-10"), Eur(amount), payer, text), [.. Open.Select(item => new MatchCandidate(item, "Nordwind Logistics"))]);

        Assert.NotNull(proposal);
        Assert.Equal(shares, string.Join(", ", proposal.Shares.Select(share => $"{share.Invoice} {share.Amount}")));
        Assert.Equal((reasons, certain), (string.Join(", ", proposal.Reasons), proposal.IsCertain));
    }

    [Fact]
    public void Nothing_is_proposed_where_nothing_speaks_for_it() => Assert.Null(PaymentMatcher.Propose(
        new BankEntry("DE1", "1", Day("2026-04-10"), Eur(77m), "Somebody", "thanks"), [.. Open.Select(item => new MatchCandidate(item, "Nordwind Logistics"))]));

    private static OpenItem Item(string number, string due, decimal amount) => new(number, "K-1", Day(due).AddDays(-30), Day(due), Eur(amount));

    private static DateOnly Day(string day) => Books.Day(day);

    private static Money Eur(decimal amount) => PostingsTests.Eur(amount);
}
