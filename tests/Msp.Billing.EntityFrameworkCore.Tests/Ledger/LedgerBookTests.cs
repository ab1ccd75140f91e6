using Msp.Billing.Amounts;
using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore.Auditing;
using Msp.Billing.EntityFrameworkCore.Ledger;
using Msp.Billing.EntityFrameworkCore.Tests.Runs;
using Msp.Billing.Invoicing;
using Msp.Billing.Ledger;
using Msp.Billing.Periods;

namespace Msp.Billing.EntityFrameworkCore.Tests.Ledger;

/// <summary>The stored journal: the same entries as the core makes, each once, and closed when it is closed.</summary>
public abstract class LedgerBookTests
{
    private readonly Provider _provider;

    private protected LedgerBookTests(Provider provider) => _provider = provider;

    private static readonly Postings Postings = new(AccountMap.Standard);

    [Fact]
    public void Every_document_is_booked_as_the_core_says_and_once()
    {
        using var world = World(_provider);
        var ledger = new LedgerBook(world.Store, 1, TimeProvider.System) { ChunkSize = 2 };

        Assert.Equal(world.Documents().Count, ledger.Book());
        Assert.Equal(0, ledger.Book());
        Assert.Equal(
            world.Documents().Select(document => Text(Postings.Of(document))).Order(),
            ledger.Entries(new LedgerFilter { Source = JournalSource.Document }).Select(entry => Text(entry.Entry)).Order());
        Assert.All(ledger.Tie(), tie => Assert.True(tie.Holds, tie.ToString()));
        Assert.All(ledger.Tie("RUN-0001"), tie => Assert.True(tie.Holds, tie.ToString()));
        Assert.All(ledger.Balance(), balance => Assert.True(balance.IsBalanced));
    }

    [Fact]
    public void Booking_that_was_stopped_goes_on()
    {
        using var world = World(_provider);
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var ledger = new LedgerBook(world.Store, 1, TimeProvider.System) { ChunkSize = 1 };

        Assert.Throws<OperationCanceledException>(() => ledger.Book(stop.Token));
        Assert.Contains(ledger.Tie(), tie => tie.Unbooked > 0);
        ledger.Book();
        Assert.All(ledger.Tie(), tie => Assert.True(tie.Holds, tie.ToString()));
    }

    [Fact]
    public void Revenue_is_recognised_as_the_core_says_once_and_deferred_closes_to_zero()
    {
        using var world = World(_provider);
        var ledger = new LedgerBook(world.Store, 1, TimeProvider.System);
        var deferrals = world.Documents().SelectMany(document => document.Lines.Select(line => Deferral.Of(line, document.IssueDay, Currency.Eur, AccountMap.Standard))).OfType<Deferral>().ToList();
        var before = new List<JournalEntry>();
        foreach (var day in new[] { "2026-03-10", "2026-03-31", "2026-04-17", "2027-12-31" })
        {
            var expected = Postings.OfRecognition("x", RunBooks.Day(day), Currency.Eur, deferrals, before);
            var entries = ledger.Recognise(RunBooks.Day(day), "anna");
            Assert.Equal(expected.Lines, entries.SelectMany(entry => entry.Lines));
            Assert.Empty(ledger.Recognise(RunBooks.Day(day), "anna"));
            before.Add(expected);
        }

        Assert.True(Assert.Single(ledger.Balance()).Of(AccountRole.DeferredRevenue).IsZero);
        Assert.Throws<ClosedPeriodException>(() => ledger.Recognise(RunBooks.Day("2026-05-31"), "anna"));
    }

    [Fact]
    public void A_closed_period_is_locked_and_what_comes_late_goes_to_the_first_open_day()
    {
        using var world = World(_provider);
        var ledger = new LedgerBook(world.Store, 1, TimeProvider.System);
        Assert.Throws<ClosedPeriodException>(() => ledger.Close(RunBooks.Day("2026-03-31"), "anna")); // revenue is not recognised yet
        ledger.Recognise(RunBooks.Day("2026-03-31"), "anna");
        var march = Assert.Single(ledger.Balance(RunBooks.Day("2026-03-31")));
        ledger.Close(RunBooks.Day("2026-03-31"), "anna");

        Assert.Equal(march.Lines, Assert.Single(ledger.Balance(RunBooks.Day("2026-03-31"))).Lines);
        Assert.Throws<ClosedPeriodException>(() => ledger.Close(RunBooks.Day("2026-03-31"), "anna"));
        Assert.Throws<ClosedPeriodException>(() => ledger.Recognise(RunBooks.Day("2026-03-31"), "anna"));

        var payment = new PaymentBook(world.Store, 1, TimeProvider.System).Record(new PaymentRequest("K-1", RunBooks.Day("2026-03-20"), Eur(100m)), "anna");
        var entry = Assert.Single(ledger.Entries(new LedgerFilter { Source = JournalSource.Payment }));
        Assert.Equal((payment.Payment.Number, RunBooks.Day("2026-04-01")), (entry.Entry.Reference, entry.Entry.Day));
        Assert.Equal(march.Lines, Assert.Single(ledger.Balance(RunBooks.Day("2026-03-31"))).Lines);
        Assert.Equal(march.Of(AccountRole.Bank) + Eur(100m), Assert.Single(ledger.Balance()).Of(AccountRole.Bank));
    }

    [Theory]
    [InlineData("UPDATE journal_line SET amount = amount + 1")]
    [InlineData("DELETE FROM journal_entry")]
    [InlineData("INSERT INTO journal_entry SELECT seller_id, source, source_id + 1000, reference, day, currency, customer_id, posted_at, 1 FROM journal_entry LIMIT 1")]
    [InlineData("INSERT INTO journal_line SELECT seller_id, source, source_id, line_no + 100, role, code, amount FROM journal_line LIMIT 1")]
    [InlineData("UPDATE open_item SET amount = amount + 1")]
    [InlineData("UPDATE open_item SET \"open\" = amount + 1")]
    [InlineData("UPDATE open_item SET \"open\" = -1 WHERE amount > 0")]
    [InlineData("DELETE FROM open_item")]
    [InlineData("DELETE FROM deferral")]
    public void What_is_booked_cannot_be_changed_by_anyone(string sql)
    {
        using var world = World(_provider);
        new LedgerBook(world.Store, 1, TimeProvider.System).Book();

        Assert.Equal(StorageFault.Refused, Assert.Throws<StorageException>(() => world.Store.Execute(sql)).Fault);
    }

    [Fact]
    public void Payments_are_allocated_taken_back_and_paid_back()
    {
        using var world = World(_provider);
        var (ledger, payments) = (new LedgerBook(world.Store, 1, TimeProvider.System), new PaymentBook(world.Store, 1, TimeProvider.System));
        var first = world.Documents()[0];

        // An overpayment: the oldest invoices are paid, the rest is credit.
        var owed = payments.Open("K-1").Sum(item => item.Open.MinorUnits);
        var paid = payments.Record(new PaymentRequest("K-1", RunBooks.Day("2026-04-20"), Money.FromMinorUnits(owed + 500, Currency.Eur), "all") { RequestKey = "key" }, "anna");
        Assert.Equal(500, paid.Unallocated.MinorUnits);
        Assert.True(payments.Record(new PaymentRequest("K-1", RunBooks.Day("2026-04-20"), Eur(1m)) { RequestKey = "key" }, "anna").WasRecorded);
        Assert.Equal(InvoiceStatus.Settled, Status(world, first.Number));

        Assert.Throws<AllocationException>(() => payments.Refund(new PaymentRequest("K-1", RunBooks.Day("2026-04-21"), Eur(5.01m)), "anna"));
        payments.Refund(new PaymentRequest("K-1", RunBooks.Day("2026-04-21"), Eur(5m)), "anna");
        Assert.Throws<AllocationException>(() => payments.Reverse(paid.Payment.Number, RunBooks.Day("2026-04-22"), "returned", "anna")); // a part was paid back
        Assert.Equal(owed, Money.FromMinorUnits(paid.Allocations.Sum(share => share.Amount.MinorUnits), Currency.Eur).MinorUnits);

        payments.Unallocate(paid.Payment.Number, RunBooks.Day("2026-04-22"), "anna");
        Assert.Equal(InvoiceStatus.Posted, Status(world, first.Number));
        payments.Allocate(paid.Payment.Number, [(first.Number, Eur(1m))], RunBooks.Day("2026-04-22"), "anna");
        Assert.Equal(InvoiceStatus.PartlySettled, Status(world, first.Number));
        Corrections.WriteOff(world, first.Number, "2026-04-23");
        Assert.Equal(InvoiceStatus.WrittenOff, Status(world, first.Number));

        var second = payments.Record(new PaymentRequest("K-2", RunBooks.Day("2026-04-20"), Eur(10m)), "anna");
        payments.Reverse(second.Payment.Number, RunBooks.Day("2026-04-25"), "returned debit", "anna");
        Assert.Throws<AllocationException>(() => payments.Reverse(second.Payment.Number, RunBooks.Day("2026-04-25"), "again", "anna"));

        CheckControlAccounts(world, ledger, payments);
        Assert.Null(new AuditLog(world.Store, 1).FirstFault());
    }

    [Fact]
    public void The_bank_is_imported_once_and_matched_where_it_is_certain()
    {
        using var world = World(_provider);
        var (bank, payments) = (new BankBook(world.Store, 1, TimeProvider.System), new PaymentBook(world.Store, 1, TimeProvider.System));
        var invoice = payments.Open("K-2")[0];
        BankEntry[] entries =
        [
            new("DE1", "1", RunBooks.Day("2026-04-02"), invoice.Open, "Fjord Dental", $"Payment {invoice.Number}"),
            new("DE1", "2", RunBooks.Day("2026-04-02"), Eur(7.77m), "Somebody", "gift"),
            new("DE1", "3", RunBooks.Day("2026-04-02"), Eur(-9m), "Bank", "fee"),
        ];

        Assert.Equal((2, 0, 1), bank.Import(entries, "april.xml", "anna"));
        Assert.Equal((0, 2, 1), bank.Import(entries, "april.xml", "anna"));
        Assert.Equal(invoice.Number, Assert.Single(Assert.Single(bank.MatchCertain("anna")).Allocations).Invoice);
        Assert.Empty(bank.MatchCertain("anna"));
        var left = Assert.Single(bank.Unmatched());
        Assert.Null(left.Proposal);
        bank.Dismiss(left.Id, "not a customer", "anna");
        Assert.Equal(0, bank.CountUnmatched());
        Assert.Throws<AllocationException>(() => bank.Dismiss(left.Id, "again", "anna"));
        Assert.Throws<AllocationException>(() => bank.Match(left.Id, "K-2", null, "anna"));
        CheckControlAccounts(world, new LedgerBook(world.Store, 1, TimeProvider.System), payments);
    }

    [Fact]
    public void Reminders_are_recorded_once_a_level_and_cost_what_the_policy_says()
    {
        using var world = World(_provider);
        var dunning = new DunningBook(world.Store, 1, TimeProvider.System);
        using (var transaction = world.Store.Begin())
        {
            new LedgerPolicies(world.Store, 1).Set(new LedgerPolicy
            {
                Dunning = new DunningPolicy { Levels = [new(5, "One", "Pay {invoice}.", 4000, true)], InterestPerYear = new Percentage(9m) },
                Credits = CreditPolicy.Carry,
            });
            transaction.Commit();
        }

        var day = RunBooks.Day("2026-05-20");
        dunning.Pause("K-1", RunBooks.Day("2026-12-31"), "agreed a plan", "anna");
        Assert.DoesNotContain(dunning.Propose(day), notice => notice.Action.Item.Customer == "K-1");
        dunning.Pause("K-1", null, "plan is over", "anna");
        var proposed = dunning.Propose(day);
        Assert.Contains(proposed, notice => notice.Action.Item.Customer == "K-1");
        Assert.Equal(proposed.Length, dunning.Run(day, null, "anna").Length);
        Assert.Empty(dunning.Run(day, null, "anna"));
        Assert.All(proposed, notice => Assert.True(notice.Action.Fee == Eur(40m) && notice.Action.Interest.MinorUnits > 0));
        CheckControlAccounts(world, new LedgerBook(world.Store, 1, TimeProvider.System), new PaymentBook(world.Store, 1, TimeProvider.System));
    }

    [Fact]
    public void Statements_and_ageing_agree_with_what_is_open()
    {
        using var world = World(_provider);
        var statements = new StatementBook(world.Store, 1, TimeProvider.System);
        var payments = new PaymentBook(world.Store, 1, TimeProvider.System);
        payments.Record(new PaymentRequest("K-1", RunBooks.Day("2026-04-05"), Eur(123.45m)), "anna");
        var april = new ServicePeriod(RunBooks.Day("2026-04-01"), RunBooks.Day("2026-05-01"));

        foreach (var customer in new[] { "K-1", "K-2" })
        {
            var statement = Assert.Single(statements.Statements(customer, april));
            Assert.Equal(payments.Open(customer).Sum(item => item.Open.MinorUnits), statement.Closing.MinorUnits);
            Assert.Equal(statement.Closing.MinorUnits, statement.Opening.MinorUnits + statement.Lines.Sum(line => line.Amount.MinorUnits));
            Assert.Equal(payments.Open(customer).Where(item => item.Open.MinorUnits > 0).Sum(item => item.Open.MinorUnits), Assert.Single(statements.Ageing(RunBooks.Day("2026-05-20"), customer)).Total.MinorUnits);
        }
    }

    internal static void CheckControlAccounts(RunBooks world, LedgerBook ledger, PaymentBook payments)
    {
        var balance = Assert.Single(ledger.Balance());
        var open = payments.Open(null, 0, 10_000);
        Assert.True(balance.IsBalanced);
        Assert.Equal(open.Where(item => item.Open.MinorUnits > 0).Sum(item => item.Open.MinorUnits), balance.Of(AccountRole.Receivable).MinorUnits);
        Assert.Equal(open.Where(item => item.Open.MinorUnits < 0).Sum(item => item.Open.MinorUnits), balance.Of(AccountRole.CustomerCredit).MinorUnits);
        Assert.Empty(world.Faults());
    }

    internal static Money Eur(decimal amount) => new(amount, Currency.Eur);

    /// <summary>Two customers, three contracts, two months posted, with a late change that makes an adjustment and one that makes a credit note.</summary>
    internal static RunBooks World(Provider provider)
    {
        var world = new RunBooks(provider);
        world.AddCustomers(new Customer("K-1", "Nordwind Logistics", new TaxProfile("DE")), new Customer("K-2", "Fjord Dental", new TaxProfile("DE")));
        world.Add(RunBooks.Users("C-1", 45), RunBooks.Users("C-2", 3, customer: "K-2"), RunBooks.Users("C-3", 10, customer: "K-2", start: "2026-02-10"));
        world.Post("2026-03-01");
        world.SetTo("2026-03-20");
        world.Amend("C-1", contract => contract.ChangeQuantity(new AmendmentNote(RunBooks.Day("2026-03-17"), RunBooks.At("2026-03-20"), "anna", "grew"), 1, 48));
        world.Amend("C-3", contract => contract.RemoveLine(new AmendmentNote(RunBooks.Day("2026-02-20"), RunBooks.At("2026-03-20"), "anna", "left"), 1));
        world.Post("2026-04-01");
        return world;
    }

    private static InvoiceStatus Status(RunBooks world, string number)
    {
        using var db = BillingStorage.CreateContext(world.Path);
        return db.Invoices(1).Single(invoice => invoice.Number == number).Status;
    }

    private static string Text(JournalEntry entry) =>
        FormattableString.Invariant($"{entry.Source} {entry.Reference} {entry.Day:yyyy-MM-dd} {entry.Currency} {entry.Customer} ") + string.Join(", ", entry.Lines);
}
