using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using System.Globalization;
using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore.Auditing;
using Msp.Billing.EntityFrameworkCore.Runs;
using Msp.Billing.EntityFrameworkCore.Sharing;
using Msp.Billing.EntityFrameworkCore.Tests.Runs;
using Msp.Billing.Runs;
using static Msp.Billing.EntityFrameworkCore.Tests.Runs.RunBooks;

namespace Msp.Billing.EntityFrameworkCore.Tests.Sharing;

public abstract class SharedRunTests : IDisposable
{
    private static readonly DateOnly April = Day("2026-04-01");
    private readonly Provider _provider;
    private readonly RunBooks _books;

    private protected SharedRunTests(Provider provider)
    {
        _provider = provider;
        _books = Month(provider);
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    // The month has a contract that ends, one that cannot be billed, one that looks like another one billed twice, changes and contracts that come to nothing.
    [Fact]
    public void Workers_that_share_a_month_come_to_what_one_process_comes_to()
    {
        using var alone = Month(_provider);
        alone.Engine.Preview("main", April, null, "anna");

        Plan();
        DoAll(Worker("one"), Worker("two"));

        Assert.Equal(Rows(alone, "run_item"), Rows(_books, "run_item"));
        Assert.Equal(Rows(alone, "run_problem"), Rows(_books, "run_problem"));
        Assert.Equal(Rows(alone, "run_total"), Rows(_books, "run_total"));
        Assert.NotEmpty(Rows(_books, "run_problem"));
        var (one, shared) = (Assert.IsType<RunSummary>(alone.Engine.Status("main")), Assert.IsType<RunSummary>(_books.Engine.Status("main")));
        Assert.Equal((one.Status, one.Lines, one.Problems, one.Documents), (shared.Status, shared.Lines, shared.Problems, shared.Documents));
        Assert.Equal(RunStatus.Previewed, shared.Status);
    }

    [Fact]
    public void Workers_post_what_was_approved_and_one_of_them_finishes()
    {
        Plan();
        DoAll(Worker("one"));
        _books.Reviewer.LeaveOutBlocked("main", "RUN-0002", "cannot be billed yet", "anna");
        _books.Reviewer.CheckAll("main", "RUN-0002", RunProblemCodes.PossibleDuplicate, "anna");
        _books.Engine.Review("main", "anna");
        var approved = _books.Engine.Approve("main", "bruno");

        Runs().Post("main", "bruno");
        var outcomes = DoAll(Worker("one"), Worker("two"));

        Assert.Contains(TaskOutcome.Kept, outcomes);
        var run = Assert.IsType<RunSummary>(_books.Engine.Status("main"));
        Assert.Equal((RunStatus.Posted, "bruno", approved.Documents), (run.Status, run.PostedBy, run.Posted));
        Assert.Empty(_books.Faults());
        Assert.Null(new AuditLog(_books.Store, _books.SellerId).FirstFault());
    }

    [Fact]
    public void A_chunk_that_is_handed_out_twice_is_kept_once()
    {
        Plan();
        var first = Tasks()[0];

        Assert.Equal(TaskOutcome.Kept, Worker("one").Do(first, default));
        var kept = Rows(_books, "run_item");
        Assert.Equal(TaskOutcome.Repeated, Worker("two").Do(first, default));
        Assert.Equal(kept, Rows(_books, "run_item"));
        Assert.Equal(1, _books.Store.Scalar($"SELECT count(*) FROM run_chunk WHERE worker = 'one' AND starts = 1 AND status = 3"));
    }

    [Fact]
    public void Many_workers_that_are_given_every_chunk_at_once_keep_each_once()
    {
        Plan();
        var tasks = Tasks();
        var kept = 0;
        Parallel.For(0, 3, at =>
        {
            var worker = Worker($"w{at}");
            foreach (var task in at % 2 == 0 ? tasks : [.. tasks.AsEnumerable().Reverse()])
            {
                if (worker.Do(task, default) == TaskOutcome.Kept)
                {
                    Interlocked.Increment(ref kept);
                }
            }
        });

        Assert.Equal(tasks.Length, kept);
        Assert.Equal(RunStatus.Previewed, _books.Engine.Status("main")?.Status);
    }

    [Fact]
    public void A_chunk_that_is_done_stays_done_whoever_writes()
    {
        Plan();
        Worker("one").Do(Tasks()[0], default);

        Assert.Equal(StorageFault.Refused, Assert.Throws<StorageException>(() => _books.Store.Execute("UPDATE run_chunk SET status = 1, done_at = NULL WHERE status = 3")).Fault);
        Assert.Equal(StorageFault.Refused, Assert.Throws<StorageException>(() => _books.Store.Execute("UPDATE run_chunk SET last_contract_id = 99 WHERE status = 1")).Fault);
    }

    [Fact]
    public void Nothing_is_begun_while_a_run_is_paused_and_all_of_it_after()
    {
        Plan();
        var tasks = Tasks();
        Worker("one").Do(tasks[0], default);

        Assert.True(Runs().Pause("main", "carla").IsPaused);
        Assert.Empty(Tasks());
        Assert.Equal(TaskOutcome.NotDue, Worker("one").Do(tasks[1], default));
        Assert.Equal(1, Assert.IsType<SharedRunProgress>(Runs().Progress("main")).ChunksDone);

        Assert.False(Runs().Resume("main", "carla").IsPaused);
        DoAll(Worker("one"));
        Assert.Equal(RunStatus.Previewed, _books.Engine.Status("main")?.Status);
        Assert.Equal(["run-paused", "run-resumed"], new AuditLog(_books.Store, _books.SellerId).Of("RUN-0002").Select(entry => entry.Entry.Action).Where(action => action is "run-paused" or "run-resumed"));
    }

    [Fact]
    public void A_run_that_is_given_up_takes_nothing_more()
    {
        Plan();
        var tasks = Tasks();

        _books.Engine.Cancel("main", "anna");

        Assert.All(tasks, task => Assert.Equal(TaskOutcome.NotDue, Worker("one").Do(task, default)));
        Assert.Empty(Tasks());
        Assert.Equal(0, _books.Store.Scalar("SELECT count(*) FROM run_item WHERE run_id = 2"));
    }

    [Fact]
    public void What_was_begun_for_an_earlier_plan_does_not_count_for_the_next_one()
    {
        Plan();
        var stale = Tasks();
        _books.Engine.Cancel("main", "anna");
        _books.Engine.Preview("main", April, null, "anna");
        _books.Engine.Cancel("main", "anna");
        Plan();

        Assert.Equal(TaskOutcome.NotDue, Worker("one").Do(stale[0], default));
        Assert.Equal(TaskOutcome.NotDue, Worker("one").Do(Tasks()[0] with { Plan = 99 }, default));
    }

    [Fact]
    public void A_worker_that_is_stopped_hands_its_chunk_back_at_once()
    {
        Plan();
        var task = Tasks()[0];

        Assert.Equal(TaskOutcome.HandedBack, Worker("one").Do(task, new CancellationToken(canceled: true)));

        Assert.Equal(1, _books.Store.Scalar("SELECT status FROM run_chunk WHERE run_id = 2 AND chunk_no = 1"));
        Assert.Equal(TaskOutcome.Kept, Worker("two").Do(task, default));
    }

    [Fact]
    public void A_worker_of_another_version_leaves_the_chunks_to_those_who_planned_them()
    {
        Plan();
        var task = Tasks()[0];
        var other = new SharedRunWorker(_books.Path, "other", new SetTime()) { Version = "0.0.9" };

        Assert.Empty(other.Waiting(100));
        Assert.Equal(TaskOutcome.OtherVersion, other.Do(task, default));
        Assert.Equal(0, _books.Store.Scalar("SELECT sum(starts) FROM run_chunk"));
    }

    [Fact]
    public void Asking_twice_makes_one_plan()
    {
        var first = Plan();
        Worker("one").Do(Tasks()[0], default);

        var second = Plan();

        Assert.Equal(first.Number, second.Number);
        Assert.Equal(1, Assert.IsType<SharedRunProgress>(Runs().Progress("main")).ChunksDone);
    }

    // The last chunk was kept and its worker died before it moved the run on.
    [Fact]
    public void A_run_whose_chunks_are_all_done_is_finished_by_whoever_looks()
    {
        Plan();
        foreach (var task in Tasks().Skip(1))
        {
            Worker("one").Do(task, default);
        }

        _books.Store.Execute("UPDATE run_chunk SET status = 3, done_at = 1, starts = starts + 1, worker = 'dead' WHERE status = 1");
        var finish = Assert.Single(Tasks());

        Assert.Equal(RunTaskKind.Finish, finish.Kind);
        Assert.Equal(TaskOutcome.Kept, Worker("two").Do(finish, default));
        Assert.Equal(TaskOutcome.NotDue, Worker("one").Do(finish, default));
        Assert.Equal(RunStatus.Previewed, _books.Engine.Status("main")?.Status);
    }

    [Fact]
    public void Progress_is_read_from_what_was_kept()
    {
        Plan();
        var tasks = Tasks();
        Worker("one").Do(tasks[0], default);
        Worker("two").Do(tasks[1], default);

        var progress = Assert.IsType<SharedRunProgress>(Runs().Progress("main"));

        Assert.Equal((tasks.Length, 2, 0, 2, 0), (progress.Chunks, progress.ChunksDone, progress.ChunksTaken, progress.Workers, progress.Repeats));
        Assert.Equal((6, "RUN-0002", false), (progress.Contracts, progress.Run, progress.IsPaused));
    }

    [Fact]
    public void The_month_begins_once_for_each_seller_however_often_it_is_looked_at()
    {
        var clock = new SetTime { Now = At("2026-04-30", 22) }; // Past midnight in Berlin: the first of May.

        var first = new MonthlyRuns(_books.Store, clock).Ensure("schedule");
        var second = new MonthlyRuns(_books.Store, clock).Ensure("schedule");

        Assert.Equal([new MonthlyRun("main", "RUN-0002", null)], first);
        Assert.Equal(first, second);
        var run = Assert.IsType<RunSummary>(_books.Engine.Status("main"));
        Assert.Equal((Day("2026-04-30"), Day("2026-05-01"), "schedule", RunStatus.Previewing), (run.Through, run.IssueDay, run.CreatedBy, run.Status));
    }

    [Fact]
    public void Which_month_begins_next_and_when_follows_from_the_runs_that_there_are_and_both_time_zones()
    {
        var clock = new SetTime { Now = At("2026-05-01", 6) };
        var months = new MonthlyRuns(_books.Store, clock);
        var (berlin, newYork) = (TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), TimeZoneInfo.FindSystemTimeZoneById("America/New_York"));

        // The run that there is reaches the first of March only: the next look begins the one of March.
        Assert.Equal((Day("2026-03-31"), At("2026-04-11", 3)), months.Next(1, At("2026-04-11", 3), berlin));
        _books.Post("2026-03-31");

        // Now it is there. 05:00 in Berlin is 03:00 UTC in summer; 20:00 in New York is midnight UTC, when it is the first of May in Berlin.
        Assert.Equal((Day("2026-04-30"), At("2026-05-01", 3)), months.Next(1, At("2026-04-11", 3), berlin));
        Assert.Equal((Day("2026-04-30"), At("2026-05-01", 0)), months.Next(1, At("2026-04-11", 0), newYork));
        Assert.Equal((Day("2026-04-30"), At("2026-05-03", 3)), months.Next(1, At("2026-05-03", 3), berlin));

        Assert.Empty(new MonthlyRuns(_books.Store, clock) { Only = seller => seller != 1 }.Ensure("schedule"));
        Assert.Single(new MonthlyRuns(_books.Store, clock) { Only = seller => seller == 1 }.Ensure("schedule"));
        Assert.Equal((Day("2026-05-31"), At("2026-06-01", 3)), months.Next(1, At("2026-05-02", 3), berlin));

        // In winter 05:00 in Berlin is 04:00 UTC.
        _books.Engine.Cancel("main", "anna");
        Assert.Equal((Day("2026-10-31"), At("2026-11-01", 4)), months.Next(1, At("2026-11-01", 4), berlin));
    }

    [Fact]
    public void A_month_whose_run_was_given_up_is_left_alone_and_one_behind_an_open_run_waits()
    {
        var clock = new SetTime { Now = At("2026-05-01", 6) };
        Plan();
        var waits = Assert.Single(new MonthlyRuns(_books.Store, clock).Ensure("schedule"));
        Assert.Null(waits.Run);
        Assert.Contains("is open", waits.Refusal, StringComparison.Ordinal);

        _books.Engine.Cancel("main", "anna");
        Assert.Equal("RUN-0003", Assert.Single(new MonthlyRuns(_books.Store, clock).Ensure("schedule")).Run);
        _books.Engine.Cancel("main", "anna");
        Assert.Equal("RUN-0003", Assert.Single(new MonthlyRuns(_books.Store, clock).Ensure("schedule")).Run);
        Assert.Equal(RunStatus.Cancelled, _books.Engine.Status("main")?.Status);
    }

    [Fact]
    public void Watchers_are_told_of_chunks_and_repeats()
    {
        var counted = new Dictionary<string, double>(StringComparer.Ordinal);
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Meter.Name == RunSignals.Name)
                {
                    listening.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => Count(instrument, value));
        listener.SetMeasurementEventCallback<double>((instrument, _, _, _) => Count(instrument, 1));
        listener.Start();
        Plan();
        var task = Tasks()[0];
        Worker("one").Do(task, default);
        Worker("one").Do(task, default);

        Assert.True(counted["msp.billing.chunk.duration"] >= 1);
        Assert.True(counted["msp.billing.repeats"] >= 1);

        void Count(Instrument instrument, double value)
        {
            lock (counted)
            {
                counted[instrument.Name] = counted.GetValueOrDefault(instrument.Name) + value;
            }
        }
    }

    [Fact]
    public void A_task_has_a_name_that_it_is_found_by()
    {
        var task = new RunTask(RunTaskKind.Posting, 3, 14, 15, 0);

        Assert.True(RunTask.TryParse(task.Name, out var found));
        Assert.Equal(task, found);
        Assert.All(["", "1-2-3-4", "9-1-1-1-1", "1-2-3-4-x", "1-2-3-4--5"], name => Assert.False(RunTask.TryParse(name, out _)));
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _books.Dispose();
        }
    }

    private static RunBooks Month(Provider provider)
    {
        var books = new RunBooks(provider);
        books.AddCustomers(new Customer("K-1", "Miller & Sons", new TaxProfile("DE")), new Customer("K-2", "Nordwind", new TaxProfile("FR")));
        books.Add(Enumerable.Range(1, 14).Select(number => Users($"C-{number}", number, customer: number == 5 ? "K-2" : "K-1")));
        books.Post("2026-03-01");
        books.Amend("C-3", contract => contract.ChangeQuantity(new AmendmentNote(Day("2026-03-17"), At("2026-03-17"), "sales", "three joined"), 1, 30));
        books.Add(Users("C-15", 4, start: "2026-04-01"), Users("C-16", 0, start: "2026-04-01"));
        books.SetTo("2026-04-01");
        return books;
    }

    private SharedRuns Runs() => new(_books.Store, new SetTime()) { ChunkSize = 3 };

    private RunSummary Plan() => Runs().Preview("main", new RunRequest(April), "anna");

    private SharedRunWorker Worker(string name) => new(_books.Path, name, new SetTime()) { PostingChunk = 4 };

    private ImmutableArray<RunTask> Tasks() => Worker("looks").Waiting(100);

    private List<TaskOutcome> DoAll(params SharedRunWorker[] workers)
    {
        var outcomes = new List<TaskOutcome>();
        for (var tasks = Tasks(); tasks.Length > 0; tasks = Tasks())
        {
            for (var at = 0; at < tasks.Length; at++)
            {
                outcomes.Add(workers[at % workers.Length].Do(tasks[at], default));
            }
        }

        return outcomes;
    }

    private static List<string> Rows(RunBooks books, string table)
    {
        var (numbers, texts) = table switch
        {
            "run_item" => (new[] { "contract_id", "outcome", "kind", "line_count", "subtotal", "tax", "total", "previous_total", "draft_fingerprint" }.Concat(RunStore.CauseColumns.Split(", ")).ToArray(), Array.Empty<string>()),
            "run_problem" => (new[] { "contract_id", "problem_no", "blocks", "is_notice" }, new[] { "code", "message", "fix", "facts_json" }),
            _ => (new[] { "invoice_count", "credit_note_count", "subtotal", "tax", "total", "previous_total" }, new[] { "currency" }),
        };
        var rows = new List<string>();
        using var statement = books.Store.Prepare($"SELECT {string.Join(", ", [.. numbers, .. texts])} FROM {table} WHERE run_id = 2 ORDER BY 1, 2");
        while (statement.Step())
        {
            rows.Add(string.Join('|', [
                .. numbers.Select((_, at) => statement.IsNull(at) ? "" : statement.Int64(at).ToString(CultureInfo.InvariantCulture)),
                .. texts.Select((_, at) => statement.TextOrNull(numbers.Length + at))]));
        }

        return rows;
    }

    private sealed class SetTime : TimeProvider
    {
        public DateTimeOffset Now { get; init; } = At("2026-04-01", 6);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
