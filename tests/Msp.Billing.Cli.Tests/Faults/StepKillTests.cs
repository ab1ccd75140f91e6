using Msp.Billing.EntityFrameworkCore;
using Msp.Billing.EntityFrameworkCore.Auditing;
using Msp.Billing.EntityFrameworkCore.Invoicing;
using Msp.Billing.EntityFrameworkCore.Ledger;
using Msp.Billing.EntityFrameworkCore.Runs;
using Msp.Billing.Ledger;
using Msp.Billing.Runs;

namespace Msp.Billing.Cli.Tests.Faults;

/// <summary>Every step of a month but posting, which has tests of its own, is killed on the command line; the same command goes on, and nothing happens twice.</summary>
public sealed class StepKillTests : IDisposable
{
    private const int Kills = 10;
    private const string Through = "2026-03-01";

    private readonly ApprovedRun _run = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("msp-steps-").FullName;

    private string Database => Path.Combine(_folder, "billing.db");

    public void Dispose()
    {
        _run.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Killed_while_previewing_one_run_is_made_and_it_bills_everybody_once()
    {
        var killer = new Killer("run", "preview", "--through", Through, "--key", "march", "--chunk", "5", "--db", Database, "--author", "anna");

        KillOften("unbilled", killer, CheckNothingIsIssued, () =>
        {
            var run = Run() ?? throw new InvalidOperationException("There is no run.");
            Assert.Equal(("RUN-0001", RunStatus.Previewed, ApprovedRun.Contracts, _run.Expected), (run.Number, run.Status, run.Documents, run.Totals[0].TotalMinorUnits));
            using var store = BillingStorage.Open(Database);
            Assert.Single(new RunBook(store, 1).All(10));
            Assert.True(new RunBook(store, 1).Agrees("RUN-0001"));
            CheckNothingIsIssued();
        });
    }

    [Fact]
    public void Killed_while_approving_the_run_is_approved_once_or_not_at_all()
    {
        var killer = new Killer("run", "approve", "--through", Through, "--db", Database, "--author", "bruno");

        KillOften("reviewed", killer, () => Assert.Contains(Run()?.Status, (RunStatus?[])[RunStatus.Reviewed, RunStatus.Approved]), () =>
        {
            Assert.Equal(RunStatus.Approved, Run()?.Status);
            CheckNothingIsIssued();
            using var store = BillingStorage.Open(Database);
            Assert.Single(new AuditLog(store, 1).Of("RUN-0001"), row => row.Entry.Action == AuditActions.RunApproved);
        });
    }

    [Fact]
    public void Killed_while_booking_every_document_is_in_the_books_once()
    {
        var killer = new Killer("ledger", "trial-balance", "--db", Database);

        KillOften("posted", killer, () => Assert.Contains(Entries(), (int[])[0, ApprovedRun.Contracts]), () =>
        {
            Assert.Equal(ApprovedRun.Contracts, Entries());
            using var store = BillingStorage.Open(Database);
            var ledger = new LedgerBook(store, 1, TimeProvider.System);
            Assert.True(Assert.Single(ledger.Tie()) is { Holds: true } tie && tie.Ledger == _run.Expected);
            Assert.True(Assert.Single(ledger.Balance()).IsBalanced);
            Assert.Equal(0, ledger.Book());
            _run.CheckWhole(Database);
        });
    }

    [Fact]
    public void Killed_while_recognising_revenue_each_day_is_recognised_once()
    {
        var killer = new Killer("ledger", "recognise", "--through", "2026-03-15", "--db", Database, "--author", "anna");

        KillOften("posted", killer, () => Assert.InRange(Recognised(), 0, 1), () =>
        {
            Assert.Equal(1, Recognised());
            using var store = BillingStorage.Open(Database);
            Assert.True(Assert.Single(new LedgerBook(store, 1, TimeProvider.System).Balance()).IsBalanced);
        });
    }

    [Fact]
    public void Killed_while_delivering_every_letter_is_there_once_and_recorded_once()
    {
        var outbox = Path.Combine(_folder, "outbox");
        var killer = new Killer("run", "deliver", "--outbox", outbox, "--db", Database, "--author", "bruno");

        KillOften(
            "posted", killer, () => Assert.InRange(Letters(outbox) - Run()?.Sent ?? -1, 0, 1), () =>
            {
                Assert.Equal((ApprovedRun.Contracts, ApprovedRun.Contracts), (Run()?.Sent, Letters(outbox)));
                Assert.Empty(Directory.EnumerateDirectories(outbox));
                _run.CheckWhole(Database);
            },
            before: () =>
            {
                if (Directory.Exists(outbox))
                {
                    Directory.Delete(outbox, recursive: true);
                }
            });
    }

    [Fact]
    public void Killed_while_exporting_the_file_is_the_old_one_or_the_new_one()
    {
        const string Old = "what was exported before";
        var file = Path.Combine(_folder, "march.csv");
        var killer = new Killer("run", "export", "--out", file, "--db", Database);
        string? whole = null;

        KillOften(
            "posted", killer, () =>
            {
                var text = File.ReadAllText(file);
                Assert.True(text == Old || text == whole, $"Half a file: {text.Length} characters.");
            },
            () =>
            {
                whole ??= File.ReadAllText(file);
                Assert.Equal(whole, File.ReadAllText(file));
                Assert.Equal(ApprovedRun.Contracts + 1, whole.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
                Assert.False(File.Exists(file + ".part"));
            },
            before: () => File.WriteAllText(file, Old));
    }

    // Measured once; then each time a fresh copy, a kill, a look, the same command to its end, and a look at the whole.
    private void KillOften(string state, Killer killer, Action afterKill, Action inTheEnd, Action? before = null)
    {
        before?.Invoke();
        _run.Copy(_folder, state);
        killer.Measure();
        inTheEnd();
        var killed = 0;
        for (var attempt = 0; killed < Kills && attempt < Kills * 6; attempt++)
        {
            before?.Invoke();
            _run.Copy(_folder, state);
            if (!killer.Kill())
            {
                continue;
            }

            killed++;
            using (var store = BillingStorage.Open(Database))
            {
                Assert.Null(new AuditLog(store, 1).FirstFault());
            }

            afterKill();
            killer.Finish();
            inTheEnd();
        }

        Assert.Equal(Kills, killed);
    }

    private static int Letters(string outbox) => Directory.Exists(outbox) ? Directory.EnumerateFiles(outbox, "*.eml").Count() : 0;

    private int Entries() => Count(JournalSource.Document);

    private int Recognised() => Count(JournalSource.Recognition);

    private int Count(JournalSource source)
    {
        using var store = BillingStorage.Open(Database);
        return new LedgerBook(store, 1, TimeProvider.System).Count(new LedgerFilter { Source = source });
    }

    private RunSummary? Run()
    {
        using var store = BillingStorage.Open(Database);
        return new RunEngine(store, TimeProvider.System).Status("main");
    }

    private void CheckNothingIsIssued()
    {
        using var store = BillingStorage.Open(Database);
        Assert.Empty(new DocumentList(store, 1).Find(null, null, null, int.MaxValue));
    }
}
