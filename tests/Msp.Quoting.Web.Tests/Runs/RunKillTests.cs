using System.Net;
using System.Text.RegularExpressions;
using Msp.Billing.EntityFrameworkCore;
using Msp.Billing.EntityFrameworkCore.Auditing;
using Msp.Billing.EntityFrameworkCore.Delivery;
using Msp.Billing.EntityFrameworkCore.Invoicing;
using Msp.Billing.EntityFrameworkCore.Runs;
using Msp.Billing.Runs;
using Msp.Quoting.Web.Staff;

namespace Msp.Quoting.Web.Tests.Runs;

/// <summary>The process of the tool is killed, for real, at places spread over a month; each time the next process goes on. Nothing happens twice, and no number is missing.</summary>
public sealed partial class RunKillTests
{
    private const string Page = "/runs/RUN-0003";
    private const int PreviewKills = 5;
    private const int ApprovalKills = 4;
    private const int PostingKills = 5;
    private const int SendingKills = 3;
    private const int ExportKills = 3;

    [Fact]
    public async Task Killed_while_it_previews_approves_posts_sends_and_exports_the_month_is_whole_in_the_end()
    {
        var folder = Directory.CreateTempSubdirectory("msp-kill-").FullName;
        try
        {
            string database;
            await using (var desk = await Desk.Open(folder))
            {
                database = desk.Host.DatabasePath;
            }

            await new Month(database).Bill();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [GeneratedRegex("name=\"Shown\"[^>]*value=\"(\\d+)\"")]
    private static partial Regex Shown();

    private sealed class Month(string database)
    {
        private CookieContainer _maker = new();
        private CookieContainer _approver = new();
        private int _kills;
        private int _places;

        public async Task Bill()
        {
            using (var first = await WebProcess.Start(database))
            {
                _maker = await first.SignIn(StaffRoles.Finance);
                _approver = await first.SignIn("all");
            }

            await Preview();
            await Approve();
            await Work(PostingKills, "Post", run => run.Posted, run => run.Status == RunStatus.Posted, run => run.Documents);
            Assert.Equal(Run().Documents, Run().Posted);
            var withoutAddress = Delivery().WithoutAddress.Length;
            await Work(SendingKills, "Send", run => run.Sent, run => run.Sent + withoutAddress == run.Documents, run => run.Documents - withoutAddress);
            await Export();
            Assert.True(_kills >= 18, $"{_kills} kills are too few.");
            CheckAll(withoutAddress);
        }

        private async Task Preview()
        {
            for (var kill = 0; kill <= PreviewKills; kill++)
            {
                using var tool = await WebProcess.Start(database);
                await (Exists()
                    ? tool.Press(_maker, Page, Page + "?handler=Rebuild")
                    : tool.Press(_maker, "/runs/new", "/runs/new", new("Input.Through", "2026-04-30"), new("Input.Issue", "2026-04-30"), new("Input.Key", "april")));
                var last = kill == PreviewKills;
                var enough = last ? int.MaxValue : Spread(1, 40);
                await Until(() => Exists() && (Run().Status == RunStatus.Previewed || Read(book => book.Count("RUN-0003", new RunItemFilter())) >= enough));
                Kill(tool);
                if (!last && Run().Status == RunStatus.Previewing)
                {
                    Assert.Equal(0, Run().Posted);
                }
            }

            Assert.Equal(RunStatus.Previewed, Run().Status);
        }

        private async Task Approve()
        {
            for (var kill = 0; kill <= ApprovalKills; kill++)
            {
                using var tool = await WebProcess.Start(database);
                foreach (var contract in Read(book => book.Items("RUN-0003", new RunItemFilter { Take = 1000 })).Where(row => row.Flag == RunConcern.Blocked).Select(row => row.Item.Contract))
                {
                    await tool.Press(_approver, $"{Page}/contracts/{contract}", $"{Page}/contracts/{contract}?handler=Check");
                }

                var shown = Shown().Match(await tool.Read(_approver, Page + "/approve")).Groups[1].Value;
                var approving = tool.Press(_approver, Page + "/approve", Page + "/approve", new KeyValuePair<string, string>("Shown", shown));
                if (kill == ApprovalKills)
                {
                    await approving;
                    break;
                }

                for (var looks = Spread(0, 30); looks > 0 && Run().Status == RunStatus.Previewed; looks--)
                {
                    await Task.Yield();
                }

                Kill(tool);
                await Task.WhenAny(approving);
                _ = approving.Exception;
                Assert.Contains(Run().Status, (RunStatus[])[RunStatus.Previewed, RunStatus.Reviewed, RunStatus.Approved]);
                if (Run().Status == RunStatus.Approved && kill < ApprovalKills)
                {
                    await Again();
                }
            }

            Assert.Equal(RunStatus.Approved, Run().Status);
        }

        private async Task Export()
        {
            for (var kill = 0; kill <= ExportKills; kill++)
            {
                using var tool = await WebProcess.Start(database);
                var exporting = tool.Read(_maker, Page + "?handler=Export");
                if (kill == ExportKills)
                {
                    Assert.Equal(Run().Contracts.Values.Sum() + 1, (await exporting).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
                    break;
                }

                for (var looks = Spread(0, 30); looks > 0 && !exporting.IsCompleted; looks--)
                {
                    await Task.Yield();
                }

                Kill(tool);
                await Task.WhenAny(exporting);
                _ = exporting.Exception;
            }
        }

        private async Task Again()
        {
            using var tool = await WebProcess.Start(database);
            var before = Run().KnownAt;
            await tool.Press(_maker, Page, Page + "?handler=Rebuild");
            await Until(() => Run() is { Status: RunStatus.Previewed } run && run.KnownAt > before);
        }

        private async Task Work(int kills, string handler, Func<RunSummary, int> done, Func<RunSummary, bool> isOver, Func<RunSummary, int> all)
        {
            for (var kill = 0; kill <= kills; kill++)
            {
                using var tool = await WebProcess.Start(database);
                var before = done(Run());
                Assert.InRange(before, 0, all(Run()));
                await tool.Press(_approver, Page, $"{Page}?handler={handler}");
                var enough = kill == kills ? int.MaxValue : before + Spread(1, Math.Max(2, (all(Run()) - before) / (kills - kill + 1)));
                await Until(() => isOver(Run()) || done(Run()) >= enough);
                Kill(tool);
            }
        }

        private void CheckAll(int withoutAddress)
        {
            using var store = BillingStorage.Open(database);
            var run = Run();
            Assert.Equal(run.Documents, run.Posted);
            Assert.Equal(run.Documents, run.Sent + withoutAddress);
            Assert.Empty(new DocumentAudit(store, 1).Faults());
            Assert.Null(new AuditLog(store, 1).FirstFault());
            using var reader = new DocumentReader(store, 1);
            var posted = new DocumentAudit(store, 1).Series().SelectMany(series => reader.OfSeries(series).ToList()).Select(stored => stored.Document)
                .Where(document => document.IssueDay == run.IssueDay).ToList();
            Assert.Equal(run.Documents, posted.Count);
            Assert.Equal(run.Documents, posted.Select(document => document.Contract).Distinct().Count());
            Assert.Equal(run.Totals.Sum(total => total.TotalMinorUnits), posted.Sum(document => document.TotalMinorUnits));
            Assert.Equal(run.Sent, Directory.EnumerateFiles(Path.Combine(Path.GetDirectoryName(database) ?? "", "outbox"), "*.eml").Count());
            var again = new RunEngine(store, TimeProvider.System).Preview(Seller(store), run.Through, run.IssueDay, "test");
            Assert.Equal(0, again.Documents);
        }

        // The golden ratio spreads the places evenly, in an order that does not repeat.
        private int Spread(int least, int most) => least + (int)((most - least) * (++_places * 0.6180339887 % 1));

        private void Kill(WebProcess tool)
        {
            tool.Kill();
            _kills++;
        }

        private bool Exists() => Read(book => book.Find("RUN-0003")) is not null;

        private RunSummary Run() => Read(book => book.Find("RUN-0003")) ?? throw new InvalidOperationException("There is no RUN-0003.");

        private DeliveryReport Delivery()
        {
            using var store = BillingStorage.Open(database);
            return new RunDelivery(store, TimeProvider.System, new PlainLetters(), new FolderOutbox("never", "a@b")).Status(Seller(store), "RUN-0003");
        }

        private static string Seller(BillingStore store) => new Msp.Billing.EntityFrameworkCore.Contracts.SellerBook(store).All().Single().Seller.Code;

        private T Read<T>(Func<RunBook, T> read)
        {
            using var store = BillingStorage.Open(database);
            return read(new RunBook(store, 1));
        }

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
