using System.Globalization;
using System.Net;
using System.Text;
using Msp.Billing.EntityFrameworkCore;
using Msp.Billing.EntityFrameworkCore.Auditing;
using Msp.Billing.EntityFrameworkCore.Delivery;
using Msp.Billing.EntityFrameworkCore.Ledger;
using Msp.Billing.Ledger;
using Msp.Quoting.Web.Staff;
using Msp.Quoting.Web.Tests.Runs;

namespace Msp.Quoting.Web.Tests.Books;

/// <summary>The process of the tool is killed, for real, while it books, records a payment, imports a bank's file and mails reminders. The next one goes on, and nothing is there twice.</summary>
public sealed class BookKillTests
{
    private const int Kills = 4;
    private const int Movements = 400;

    [Fact]
    public async Task Killed_while_it_books_records_imports_and_reminds_the_books_are_whole_in_the_end()
    {
        var folder = Directory.CreateTempSubdirectory("msp-kill-books-").FullName;
        try
        {
            string database;
            await using (var desk = await Desk.Open(folder))
            {
                database = desk.Host.DatabasePath;
            }

            await new Evening(database).Work();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private sealed class Evening(string database)
    {
        private readonly string _outbox = Path.Combine(Path.GetDirectoryName(database) ?? "", "outbox");
        private CookieContainer _finance = new();
        private int _places;

        public async Task Work()
        {
            using (var first = await WebProcess.Start(database))
            {
                _finance = await first.SignIn(StaffRoles.Finance);
            }

            await Book();
            await Pay();
            await Import();
            await Remind();
            using var store = BillingStorage.Open(database);
            Agree(store);
        }

        // Booking happens by itself when somebody looks at the books.
        private async Task Book()
        {
            Assert.Equal(0, Read(store => Booked(store)));
            for (var kill = 0; kill <= Kills; kill++)
            {
                await Try(kill, tool => tool.Read(_finance, "/books"), () => Read(store => Booked(store)) > 0);
                var (booked, posted) = Read(store => (Booked(store), Posted(store)));
                Assert.True(booked == 0 || booked == posted, $"{booked} of {posted} documents are booked: a chunk was left half done.");
            }

            Assert.Equal(Read(Posted), Read(Booked));
            using var whole = BillingStorage.Open(database);
            Agree(whole);
        }

        // The same form each time, as a browser sends it that does not know what became of it.
        private async Task Pay()
        {
            var item = Read(store => Ledger(store).Open(null, 0, 1)[0]);
            var page = "/books/payments/new?customer=" + item.Customer;
            var form = (KeyValuePair<string, string>[])
            [
                new("Input.Key", "evening"), new("Input.Day", "2026-03-31"), new("Input.Amount", (item.Open.Amount + 5m).ToString("0.00", CultureInfo.InvariantCulture)),
                new("Input.Currency", item.Open.Currency.Code), new("Input.Reference", "by bank"), new("Shares.How", "Chosen"),
                new($"Shares.Pay[{item.Number}]", item.Open.Amount.ToString("0.00", CultureInfo.InvariantCulture)),
            ];
            for (var kill = 0; kill <= Kills; kill++)
            {
                await Try(kill, tool => tool.Press(_finance, page, page, form), () => Read(store => Ledger(store).Count(new PaymentFilter())) > 0);
                foreach (var payment in Read(store => Ledger(store).List(new PaymentFilter())))
                {
                    // There whole or not at all: its share and what is left of it came with it.
                    Assert.Equal((item.Number, item.Open), (Assert.Single(payment.Allocations).Invoice, payment.Allocations[0].Amount));
                    Assert.Equal(5m, payment.Unallocated.Amount);
                }
            }

            Assert.Single(Read(store => Ledger(store).List(new PaymentFilter())));
        }

        private async Task Import()
        {
            var text = "account,day,amount,currency,counterparty,reference,remittance\n" +
                string.Concat(Enumerable.Range(0, Movements).Select(row => $"IE29AIBK93115212345678,2026-03-30,{row + 1}.00,EUR,Somebody,E-{row},thanks\n"));
            for (var kill = 0; kill <= Kills; kill++)
            {
                await Try(kill, tool => tool.Upload(_finance, "/books/bank/import", "Input.File", "march.csv", Encoding.UTF8.GetBytes(text)), () => Read(store => Bank(store).CountUnmatched()) > 0);
                Assert.Contains(Read(store => Bank(store).CountUnmatched()), new[] { 0, Movements });
            }

            Assert.Equal(Movements, Read(store => Bank(store).CountUnmatched()));
        }

        private async Task Remind()
        {
            for (var kill = 0; kill <= Kills; kill++)
            {
                var last = kill == Kills;
                var enough = last ? int.MaxValue : Mailed() + Spread(1, 3);
                using var tool = await WebProcess.Start(database);
                await tool.Press(_finance, "/books/reminders", "/books/reminders?handler=Send");
                await Until(() => Mailed() >= enough || (Recorded() > 0 && Waiting() == 0));
                tool.Kill();
            }

            Assert.True(Recorded() > 8, "Too few reminders are due for this test.");
            Assert.Equal(Recorded(), Read(store => Delivery(store).List(onlyWaiting: false, 0, 1000)).Select(row => (row.Invoice, row.Level)).Distinct().Count());

            // A letter that was handed over and not recorded is handed over again under its own name, so there is one file for each.
            Assert.Equal(Mailed(), Directory.GetFiles(_outbox, "DUN-*.eml").Length);
        }

        private async Task Try(int kill, Func<WebProcess, Task> act, Func<bool> isDone)
        {
            using var tool = await WebProcess.Start(database);
#pragma warning disable CA2025 // It is waited for on both ways out, the second after its process was killed.
            var acting = act(tool);
#pragma warning restore CA2025
            if (kill == Kills)
            {
                await acting;
                return;
            }

            for (var looks = Spread(0, 40); looks > 0 && !acting.IsCompleted && !isDone(); looks--)
            {
                await Task.Yield();
            }

            tool.Kill();
            try
            {
                await acting;
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException)
            {
                // Nobody answers any more: that is what was wanted.
            }
        }

        private static void Agree(BillingStore store)
        {
            var ledger = new LedgerBook(store, 1, TimeProvider.System);
            Assert.Equal(0, ledger.Book());
            Assert.All(ledger.Tie(), tie => Assert.True(tie.Holds, tie.ToString()));
            Assert.Null(new AuditLog(store, 1).FirstFault());
            var open = Ledger(store).Open(null, 0, 10_000);
            foreach (var balance in ledger.Balance())
            {
                Assert.True(balance.IsBalanced);
                Assert.Equal(open.Where(item => item.Open.MinorUnits > 0 && item.Open.Currency == balance.Currency).Sum(item => item.Open.MinorUnits), balance.Of(AccountRole.Receivable).MinorUnits);
                Assert.Equal(open.Where(item => item.Open.MinorUnits < 0 && item.Open.Currency == balance.Currency).Sum(item => item.Open.MinorUnits), balance.Of(AccountRole.CustomerCredit).MinorUnits);
            }
        }

        private int Mailed() => Recorded() - Waiting() - WithoutLetter();

        private int Recorded() => Read(store => Delivery(store).Count(onlyWaiting: false));

        private int Waiting() => Read(store => Delivery(store).List(onlyWaiting: true, 0, 1000).Count(row => row.Email.Length > 0));

        private int WithoutLetter() => Read(store => Delivery(store).List(onlyWaiting: true, 0, 1000).Count(row => row.Email.Length == 0));

        private T Read<T>(Func<BillingStore, T> read)
        {
            using var store = BillingStorage.Open(database);
            return read(store);
        }

        private static PaymentBook Ledger(BillingStore store) => new(store, 1, TimeProvider.System);

        private static BankBook Bank(BillingStore store) => new(store, 1, TimeProvider.System);

        private static ReminderDelivery Delivery(BillingStore store) => new(store, 1, TimeProvider.System, new FolderOutbox("never", "a@b"));

        // Without booking, as a tie does not book.
        private static long Booked(BillingStore store) => Posted(store) - new LedgerBook(store, 1, TimeProvider.System).Tie().Sum(tie => tie.Unbooked);

        private static long Posted(BillingStore store) => new LedgerBook(store, 1, TimeProvider.System).Tie().Sum(tie => tie.Documents);

        // The golden ratio spreads the places evenly, in an order that does not repeat.
        private int Spread(int least, int most) => least + (int)((most - least) * (++_places * 0.6180339887 % 1));

        private static async Task Until(Func<bool> reached)
        {
            for (var i = 0; i < 4_000 && !reached(); i++)
            {
                await Task.Delay(10);
            }

            Assert.True(reached(), "The state that was waited for did not come.");
        }
    }
}
