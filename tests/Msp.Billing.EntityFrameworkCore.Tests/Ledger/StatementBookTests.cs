using Msp.Billing.Amounts;
using Msp.Billing.EntityFrameworkCore.Ledger;
using Msp.Billing.EntityFrameworkCore.Tests.Runs;
using Msp.Billing.Invoicing;
using Msp.Billing.Ledger;
using Msp.Billing.Periods;

namespace Msp.Billing.EntityFrameworkCore.Tests.Ledger;

/// <summary>What was owed on any day is what the receivable account says by the end of that day, whatever happened since.</summary>
public abstract class StatementBookTests
{
    private readonly Provider _provider;

    private protected StatementBookTests(Provider provider) => _provider = provider;

    [Fact]
    public void What_was_owed_on_every_day_stands_on_the_receivable_account_of_that_day()
    {
        using var world = LedgerBookTests.World(_provider);
        var (payments, ledger, statements) = Books(world);
        new LedgerPolicies(world.Store, 1).Change(new LedgerPolicy { Dunning = new DunningPolicy { Levels = [new(5, "One", "Pay {invoice}.", 4000, true)], InterestPerYear = new Percentage(9m) } }, "anna", TimeProvider.System);
        var invoice = world.Documents().Last(document => document.Contract == "C-2" && document.Kind == DocumentKind.Invoice);
        var part = payments.Record(Request("2026-03-20", 100m), "anna").Payment.Number;
        payments.Record(Request("2026-04-05", 2_000m), "anna");
        payments.Reverse(part, RunBooks.Day("2026-04-12"), "returned debit", "anna");
        Corrections.Issue(world, new CorrectionRequest(invoice.Number, CorrectionKind.Credit, RunBooks.Day("2026-04-10"), "goodwill") { Lines = [1] });
        new DunningBook(world.Store, 1, TimeProvider.System).Run(RunBooks.Day("2026-04-24"), null, "anna");
        ledger.Recognise(RunBooks.Day("2026-03-31"), "anna");
        ledger.Close(RunBooks.Day("2026-03-31"), "anna");

        // Of a closed day: in the books on the first open one.
        payments.Record(new PaymentRequest("K-1", RunBooks.Day("2026-03-25"), LedgerBookTests.Eur(500m)), "anna");
        foreach (var item in payments.Open("K-1").Where(item => item is { Kind: OpenItemKind.Document, Open.MinorUnits: > 0 }).Take(1))
        {
            Corrections.WriteOff(world, item.Number, "2026-04-28");
        }

        var kinds = new HashSet<long>();
        for (var day = RunBooks.Day("2026-02-25"); day <= RunBooks.Day("2026-05-05"); day = day.AddDays(1))
        {
            var account = ledger.Balance(day).Sum(balance => balance.Of(AccountRole.Receivable).MinorUnits);
            var owed = statements.OwedOn(day);
            Assert.Equal((day, account), (day, owed.Sum(item => item.Open.MinorUnits)));
            Assert.Equal(account, statements.Ageing(day).Sum(row => row.Total.MinorUnits));
            Assert.All(owed, item => Assert.True(item.Open.MinorUnits != 0 && item.Open.MinorUnits <= item.Amount.MinorUnits));
            Assert.Equal(
                owed.Where(item => item.Customer == "K-2").Sum(item => item.Open.MinorUnits), statements.OwedOn(day, "K-2").Sum(item => item.Open.MinorUnits));
            kinds.Add(account);
        }

        Assert.True(kinds.Count >= 6, $"The account had {kinds.Count} different balances.");
    }

    [Fact]
    public void A_paid_invoice_was_owed_until_the_day_it_was_paid()
    {
        using var world = LedgerBookTests.World(_provider);
        var (payments, _, statements) = Books(world);
        var invoice = world.Documents().First(document => document.Contract == "C-1");
        payments.Record(new PaymentRequest("K-1", RunBooks.Day("2026-04-20"), invoice.Total) { Invoices = [(invoice.Number, null)] }, "anna");

        Assert.Empty(statements.OwedOn(RunBooks.Day("2026-02-28"), "K-1"));
        Assert.Equal(invoice.Total, Assert.Single(statements.OwedOn(RunBooks.Day("2026-03-31"), "K-1")).Open);
        Assert.Contains(statements.OwedOn(RunBooks.Day("2026-04-19"), "K-1"), item => item.Number == invoice.Number);
        Assert.DoesNotContain(statements.OwedOn(RunBooks.Day("2026-04-20"), "K-1"), item => item.Number == invoice.Number);

        // Thirty days to pay: due on the 31st of March, so 19 days late on the 19th of April.
        var ageing = Assert.Single(statements.Ageing(RunBooks.Day("2026-04-19"), "K-1"));
        Assert.Equal(invoice.Total.MinorUnits, ageing[Ageing.BucketOf(RunBooks.Day("2026-04-19").DayNumber - invoice.DueDay.DayNumber)].MinorUnits);
    }

    [Fact]
    public void What_was_owed_and_what_was_left_are_together_the_closing_balance()
    {
        using var world = LedgerBookTests.World(_provider);
        var (payments, _, statements) = Books(world);
        payments.Record(Request("2026-03-20", 5_000m), "anna");
        var left = Assert.Single(payments.Credit("K-2"));
        var closing = Assert.Single(statements.Statements("K-2", new ServicePeriod(RunBooks.Day("2026-01-01"), RunBooks.Day("2026-06-01")))).Closing;

        Assert.Equal(closing.MinorUnits, statements.OwedOn(RunBooks.Day("2026-05-31"), "K-2").Sum(item => item.Open.MinorUnits) + left.Open.MinorUnits);
        Assert.Empty(payments.Credit("K-1"));
    }

    private static (PaymentBook Payments, LedgerBook Ledger, StatementBook Statements) Books(RunBooks world) =>
        (new PaymentBook(world.Store, 1, TimeProvider.System), new LedgerBook(world.Store, 1, TimeProvider.System), new StatementBook(world.Store, 1, TimeProvider.System));

    private static PaymentRequest Request(string day, decimal amount) => new("K-2", RunBooks.Day(day), LedgerBookTests.Eur(amount));
}
