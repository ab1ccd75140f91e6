using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.EntityFrameworkCore.Ledger;
using Msp.Billing.EntityFrameworkCore.Tests.Runs;
using Msp.Billing.Ledger;
using Msp.Billing.Periods;

namespace Msp.Billing.EntityFrameworkCore.Tests.Ledger;

/// <summary>What finance reads: accounts with what moved them, schedules, lists of payments and of what the bank says, and how the books are kept.</summary>
public abstract class LedgerReaderTests
{
    private readonly Provider _provider;

    private protected LedgerReaderTests(Provider provider) => _provider = provider;

    private static readonly ServicePeriod Always = new(DateOnly.MinValue, DateOnly.MaxValue);

    [Fact]
    public void Every_account_is_the_sum_of_what_moved_it_and_names_the_documents()
    {
        using var world = Paid(out var payment);
        var ledger = new LedgerBook(world.Store, 1, TimeProvider.System);
        ledger.Recognise(RunBooks.Day("2026-03-31"), "anna");
        var reader = new LedgerReader(world.Store, 1);
        foreach (var line in Assert.Single(ledger.Balance()).Lines)
        {
            var count = reader.Count(line.Account, Currency.Eur, Always);
            var moved = reader.Movements(line.Account, Currency.Eur, Always, Money.Zero(Currency.Eur), 0, count);
            Assert.Equal(count, moved.Length);
            Assert.Equal(line.MinorUnits, moved[^1].Balance.MinorUnits);
            Assert.Equal(line.MinorUnits, moved.Sum(one => one.Amount.MinorUnits));

            // The second half begins where the first ends.
            Assert.Equal(moved[^1], reader.Movements(line.Account, Currency.Eur, Always, Money.Zero(Currency.Eur), count - 1, 10)[^1]);
        }

        var receivable = reader.Movements(new Account(AccountRole.Receivable, "1200"), Currency.Eur, Always, Money.Zero(Currency.Eur), 0, 100);
        Assert.All(receivable, one => Assert.StartsWith("INV-", one.Document, StringComparison.Ordinal));
        Assert.Contains(receivable, one => one.Payment == payment && one.Amount.MinorUnits < 0);
        Assert.Contains(reader.Movements(new Account(AccountRole.Bank, "1000"), Currency.Eur, Always, Money.Zero(Currency.Eur)), one => one.Payment == payment && one.Document is null);
    }

    [Fact]
    public void What_is_deferred_closes_to_zero_and_is_what_stands_on_the_account()
    {
        using var world = LedgerBookTests.World(_provider);
        var ledger = new LedgerBook(world.Store, 1, TimeProvider.System);
        var day = RunBooks.Day("2026-03-10");
        var due = Assert.Single(ledger.ProposeRecognition(day)).On(AccountRole.DeferredRevenue);
        var (currency, deferred, months) = Assert.Single(new LedgerReader(world.Store, 1).Schedule(day));

        Assert.Equal(Currency.Eur, currency);
        Assert.Equal(-Assert.Single(ledger.Balance()).Of(AccountRole.DeferredRevenue).MinorUnits, due + deferred.MinorUnits);
        Assert.True(months[^1].Left.IsZero);
        Assert.Equal(deferred.MinorUnits, months.Sum(month => month.Earned.MinorUnits));
        Assert.Equal(RunBooks.Day("2026-03-31"), months[0].Last);
        Assert.Empty(new LedgerReader(world.Store, 1).Schedule(RunBooks.Day("2030-01-01")));
    }

    [Fact]
    public void Payments_are_found_by_kind_days_and_letters_page_by_page()
    {
        using var world = Paid(out var number);
        var payments = new PaymentBook(world.Store, 1, TimeProvider.System);
        payments.Reverse(number, RunBooks.Day("2026-04-09"), "returned 100%", "bruno");

        Assert.Equal(2, payments.Count(new PaymentFilter()));
        Assert.Equal(1, payments.Count(new PaymentFilter { Kind = PaymentKind.Reversal }));
        Assert.Equal(1, payments.Count(new PaymentFilter { From = RunBooks.Day("2026-04-09") }));
        Assert.Equal(1, payments.Count(new PaymentFilter { Through = RunBooks.Day("2026-04-08") }));
        Assert.Equal(1, payments.Count(new PaymentFilter { Search = "100%" }));
        Assert.Equal(0, payments.Count(new PaymentFilter { Search = "1_0%" }));
        var found = Assert.Single(payments.List(new PaymentFilter { Search = "nordwind", Kind = PaymentKind.Received }));
        Assert.Equal(("Nordwind Logistics", "anna", "PAY-0000002"), (found.CustomerName, found.Author, found.Counterpart));
        Assert.Equal(number, Assert.Single(payments.List(new PaymentFilter { Take = 1 })).Counterpart);
    }

    [Fact]
    public void Movements_of_the_bank_stay_to_be_seen_with_what_became_of_them_and_why()
    {
        using var world = LedgerBookTests.World(_provider);
        var invoice = world.Documents().First(document => document.Customer == "K-1");
        var bank = new BankBook(world.Store, 1, TimeProvider.System);
        bank.Import(
            [
                new("DE1", "1", RunBooks.Day("2026-04-02"), invoice.Total, "Nordwind", $"invoice {invoice.Number}"),
                new("DE1", "2", RunBooks.Day("2026-04-03"), LedgerBookTests.Eur(7.77m), "Somebody", "gift"),
            ], "april.xml", "anna");
        Assert.NotNull(bank.Find(1)?.Proposal);
        bank.MatchCertain("anna");
        bank.Dismiss(2, "a gift", "bruno");

        var recorded = Assert.Single(bank.Movements(BankMovementState.Recorded));
        Assert.Equal([MatchReason.Reference, MatchReason.Name], recorded.Reasons);
        Assert.Equal(("anna", invoice.Number), (recorded.Author, Assert.Single(recorded.Payment?.Allocations ?? []).Invoice));
        var aside = Assert.Single(bank.Movements(BankMovementState.SetAside));
        Assert.Equal(("bruno", "a gift", null), (aside.Author, aside.Reason, aside.Payment));
        Assert.Equal((0, 1, 1), (bank.Count(BankMovementState.Open), bank.Count(BankMovementState.Recorded), bank.Count(BankMovementState.SetAside)));
        Assert.Null(bank.Find(1));
    }

    [Fact]
    public void How_books_are_kept_is_changed_with_an_entry_in_the_log_and_accounts_stay_apart()
    {
        using var world = LedgerBookTests.World(_provider);
        var policies = new LedgerPolicies(world.Store, 1);
        var own = new LedgerPolicy
        {
            Accounts = new AccountMap { Receivable = "1400", TaxAccounts = AccountMap.Standard.TaxAccounts.Add((TaxCategory.Standard, new Percentage(19m)), "1776") },
        };

        Assert.True(policies.Change(own, "anna", TimeProvider.System));
        Assert.False(policies.Change(own, "anna", TimeProvider.System));
        Assert.Equal("1776", policies.Get().Accounts.TaxOf(TaxCategory.Standard, new Percentage(19m)).Code);
        Assert.Equal("2200-standard-7", policies.Get().Accounts.TaxOf(TaxCategory.Standard, new Percentage(7m)).Code);
        var refusal = Assert.Throws<ArgumentException>(() => policies.Change(own with { Accounts = own.Accounts with { CustomerCredit = "1400" } }, "anna", TimeProvider.System));
        Assert.StartsWith("Receivable and Customer credit are both 1400", refusal.Message, StringComparison.Ordinal);
        Assert.Null(AccountMap.Standard.Clash);
        Assert.Equal(1, world.Store.Scalar("SELECT count(*) FROM audit_entry WHERE action = 'ledger-policy-changed'"));
        Assert.Contains(Assert.Single(new LedgerBook(world.Store, 1, TimeProvider.System).Balance()).Lines, line => line.Account.Code == "1776");
    }

    private RunBooks Paid(out string payment)
    {
        var world = LedgerBookTests.World(_provider);
        payment = new PaymentBook(world.Store, 1, TimeProvider.System).Record(new PaymentRequest("K-1", RunBooks.Day("2026-04-05"), LedgerBookTests.Eur(123.45m), "thanks"), "anna").Payment.Number;
        return world;
    }
}
