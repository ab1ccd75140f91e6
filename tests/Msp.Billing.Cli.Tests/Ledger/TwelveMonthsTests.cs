using System.Diagnostics;
using System.Globalization;
using Msp.Billing.Amounts;
using Msp.Billing.Cli.Tests.Commands;
using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.EntityFrameworkCore.Invoicing;
using Msp.Billing.EntityFrameworkCore.Ledger;
using Msp.Billing.EntityFrameworkCore.Runs;
using Msp.Billing.Invoicing;
using Msp.Billing.Ledger;
using Msp.Billing.Periods;

namespace Msp.Billing.Cli.Tests.Ledger;

/// <summary>A year of the demo company: months in sequence with changes, late changes, payments, returned payments and credits; and what other programs say of its books.</summary>
public sealed class TwelveMonthsTests
{
    [Fact]
    public void The_books_agree_in_every_month_and_nothing_is_posted_twice()
    {
        using var shell = new Shell();
        shell.Do("demo", "--db", shell.Database);
        using (var store = BillingStorage.Open(shell.Database))
        {
            var seller = new SellerBook(store).All()[0];
            for (var month = 0; month < 12; month++)
            {
                var last = new DateOnly(2026, 2, 1).AddMonths(month + 1).AddDays(-1);
                Bill(store, seller.Seller.Code, shell.Clock, last, month);
                Change(store, seller.Id, shell.Clock, last, month);
                Pay(store, seller.Id, shell.Clock, last, month);
                CloseMonth(store, seller.Id, shell.Clock, last);
                Check(store, seller.Id, shell.Clock, last);
            }

            // Everything that was ever deferred is earned in the end.
            var ledger = new LedgerBook(store, seller.Id, shell.Clock);
            ledger.Recognise(new DateOnly(2032, 12, 31), "anna");
            Assert.All(ledger.Balance(), balance => Assert.True(balance.Of(AccountRole.DeferredRevenue).IsZero));
            Assert.Empty(new DocumentAudit(store, seller.Id).Faults());
        }

        Judge(shell);
    }

    private static void Bill(BillingStore store, string seller, TestClock clock, DateOnly last, int month)
    {
        clock.Now = new DateTimeOffset(last.ToDateTime(new TimeOnly(20, 0)), TimeSpan.Zero);
        var engine = new RunEngine(store, clock);
        engine.Preview(seller, last, null, "anna");
        engine.Review(seller, "anna");
        engine.Approve(seller, "bruno");
        var posted = engine.Post(seller, "bruno").Posted;
        Assert.True(posted > 40, $"Month {month} has {posted} documents.");

        // The same month again: nothing.
        engine.Preview(seller, last, null, "anna");
        engine.Review(seller, "anna");
        engine.Approve(seller, "bruno");
        Assert.Equal(0, engine.Post(seller, "bruno").Posted);
        var ledger = new LedgerBook(store, 1, clock);
        Assert.True(ledger.Book() > 0);
        Assert.Equal(0, ledger.Book());
    }

    // Recorded after the run, for days that it has billed: the next one adjusts, and some of that is a credit note.
    private static void Change(BillingStore store, long sellerId, TestClock clock, DateOnly last, int month)
    {
        clock.Now = clock.Now.AddDays(2);
        using var transaction = store.Begin();
        using var reader = new ContractReader(store, sellerId);
        using var writer = new AmendmentWriter(store, sellerId);
        var at = new RunEngine(store, clock).InstantToRecord(new SellerBook(store).All()[0].Seller.Code);
        foreach (var stored in reader.Read().Where((_, place) => place % 9 == month % 9).ToList())
        {
            var note = new AmendmentNote(last.AddDays(-10), at, "anna", "counted again");
            var line = stored.Contract.Terms.Lines[0];
            try
            {
                if (stored.Contract.ChangeQuantity(note, line.Id, line.Charge.Unit.AllowsFractions ? 2.5m : (decimal)(3 + month)) is { } amendment)
                {
                    writer.Append(stored.Id, amendment);
                }
            }
            catch (InvalidOperationException)
            {
                // The contract or its line has ended: there is nothing to count.
            }
        }

        transaction.Commit();
    }

    private static void Pay(BillingStore store, long sellerId, TestClock clock, DateOnly last, int month)
    {
        var payments = new PaymentBook(store, sellerId, clock);
        var day = last.AddDays(2);
        foreach (var (item, place) in payments.Open(null, 0, 10_000).Where(item => item.Open.MinorUnits > 0).GroupBy(item => (item.Customer, item.Open.Currency)).Select((group, place) => (group.First(), place)).ToList())
        {
            // Exactly, too much, a part, or nothing; one in eleven comes back.
            var units = (place % 4) switch { 0 => item.Open.MinorUnits, 1 => item.Open.MinorUnits + 777, 2 => (item.Open.MinorUnits + 1) / 2, _ => 0 };
            if (units > 0)
            {
                var key = string.Create(CultureInfo.InvariantCulture, $"{month}-{place}");
                var request = new PaymentRequest(item.Customer, day, Money.FromMinorUnits(units, item.Open.Currency), item.Number) { RequestKey = key };
                var recorded = payments.Record(request, "anna");
                Assert.True(payments.Record(request, "anna").WasRecorded);
                if (place % 11 == 5)
                {
                    payments.Reverse(recorded.Payment.Number, day.AddDays(1), "returned debit", "anna");
                }
            }
        }

        var open = payments.Open(null, 0, 10_000).Where(item => item.Kind == OpenItemKind.Document && item.Open.MinorUnits > 0 && item.Open == item.Amount).ToList();
        var seller = new SellerBook(store).All()[0].Seller.Code;
        var corrections = new CorrectionBook(store, sellerId, seller, clock);
        var left = new Queue<string>(open.Select(item => item.Number));
        CorrectNext(left, corrections, number => new CorrectionRequest(number, CorrectionKind.Credit, day, "goodwill") { Lines = [1] });
        CorrectNext(left, corrections, number => new CorrectionRequest(number, CorrectionKind.CreditAndRebill, day, "wrong text"));
        CorrectNext(left, corrections, number => new CorrectionRequest(number, CorrectionKind.WriteOff, day, "insolvent"));
        new DunningBook(store, sellerId, clock).Run(day, null, "anna");
    }

    // An adjustment may have given all of a document back already: the next one is taken then, and there is one.
    private static void CorrectNext(Queue<string> numbers, CorrectionBook corrections, Func<string, CorrectionRequest> request)
    {
        while (true)
        {
            try
            {
                corrections.Issue(corrections.Propose(request(numbers.Dequeue()), "anna").Number, "bruno");
                return;
            }
            catch (CreditException refusal) when (refusal.Reason == CreditRefusal.NothingLeft)
            {
            }
        }
    }

    private static void CloseMonth(BillingStore store, long sellerId, TestClock clock, DateOnly last)
    {
        var ledger = new LedgerBook(store, sellerId, clock);
        ledger.Recognise(last, "anna");
        Assert.Empty(ledger.Recognise(last, "anna"));
        ledger.Close(last, "anna");
    }

    private static void Check(BillingStore store, long sellerId, TestClock clock, DateOnly last)
    {
        var (ledger, payments, statements) = (new LedgerBook(store, sellerId, clock), new PaymentBook(store, sellerId, clock), new StatementBook(store, sellerId, clock));
        Assert.All(ledger.Tie(), tie => Assert.True(tie.Holds, tie.ToString()));
        var open = payments.Open(null, 0, 100_000);
        foreach (var balance in ledger.Balance())
        {
            Assert.True(balance.IsBalanced, $"{last}: {balance.Difference}");
            var own = open.Where(item => item.Open.Currency == balance.Currency).ToList();
            Assert.Equal(own.Where(item => item.Open.MinorUnits > 0).Sum(item => item.Open.MinorUnits), balance.Of(AccountRole.Receivable).MinorUnits);
            Assert.Equal(own.Where(item => item.Open.MinorUnits < 0).Sum(item => item.Open.MinorUnits), balance.Of(AccountRole.CustomerCredit).MinorUnits);
        }

        foreach (var customer in open.Select(item => item.Customer).Distinct().Take(10))
        {
            foreach (var statement in statements.Statements(customer, new ServicePeriod(last.AddDays(-30), DateOnly.MaxValue)))
            {
                Assert.Equal(open.Where(item => item.Customer == customer && item.Open.Currency == statement.Opening.Currency).Sum(item => item.Open.MinorUnits), statement.Closing.MinorUnits);
            }
        }
    }

    // hledger, ledger and beancount read what we write and find nothing; and it sums to what the ledger says.
    private static void Judge(Shell shell)
    {
        var (journal, beancount) = (shell.Path("books.journal"), shell.Path("books.beancount"));
        shell.Do("export", "journal", "-o", journal);
        shell.Do("export", "journal", "--format", "beancount", "-o", beancount);
        Run("hledger", "-f", journal, "check", "--strict", "ordereddates", "payees");
        Run("ledger", "-f", journal, "--strict", "--pedantic", "balance");
        Run("bean-check", beancount);

        var sums = new SortedDictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var parts in File.ReadLines(journal).Where(line => line.StartsWith("    ", StringComparison.Ordinal) && !line.Contains(';', StringComparison.Ordinal)).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        {
            var key = $"{parts[1]} {parts[0].Split(':')[1]}";
            sums[key] = sums.GetValueOrDefault(key) + decimal.Parse(parts[2], CultureInfo.InvariantCulture);
        }

        using var store = BillingStorage.Open(shell.Database);
        foreach (var balance in new LedgerBook(store, 1, shell.Clock).Balance())
        {
            Assert.Equal(balance.Of(AccountRole.Receivable).Amount, sums[$"{balance.Currency} Receivable"]);
            Assert.Equal(balance.Of(AccountRole.Revenue).Amount, sums[$"{balance.Currency} Revenue"]);
            Assert.Equal(0, sums.Where(sum => sum.Key.StartsWith(balance.Currency.Code, StringComparison.Ordinal)).Sum(sum => sum.Value));
        }
    }

    // CI installs them; elsewhere a machine without them still checks the sums.
    private static void Run(string program, params string[] arguments)
    {
        if (Environment.GetEnvironmentVariable("CI") != "true" && !(Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program))))
        {
            return;
        }

        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true });
        Assert.NotNull(process);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program}: {error.Result}{output[..Math.Min(output.Length, 500)]}");
    }
}
