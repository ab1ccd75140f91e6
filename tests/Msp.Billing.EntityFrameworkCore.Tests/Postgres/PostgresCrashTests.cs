using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore.Runs;
using Msp.Billing.EntityFrameworkCore.Tests.Runs;
using static Msp.Billing.EntityFrameworkCore.Tests.Runs.RunBooks;

namespace Msp.Billing.EntityFrameworkCore.Tests.Postgres;

public sealed class PostgresCrashTests
{
    // The server stops as in a power cut after each chunk of three in turn.
    [Fact]
    public void A_server_that_dies_while_a_run_is_posted_costs_nothing_but_time()
    {
        _ = PostgresServer.Shared;
        if (Environment.GetEnvironmentVariable("MSP_POSTGRES") is { Length: > 0 })
        {
            return; // A server that is not the tests' own is not stopped.
        }

        using var server = new PostgresServer();
        using var books = new RunBooks(server);
        var approved = Approve(books);
        var crashes = new CrashAfter(server, 3, 6, 9);

        var run = books.Engine.Post("main", "bruno", crashes);

        Assert.Equal(3, crashes.Count);
        IsWhole(books, approved, run);
    }

    // The server kept each chunk and said so, and its word never came: the outcome is unknown until somebody looks.
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(6)]
    public void A_commit_whose_answer_is_lost_is_looked_up_and_not_repeated(int lost)
    {
        using var books = new RunBooks(Provider.Postgres);
        var approved = Approve(books);
        using var line = new LosingLine(books.Path, lost);
        books.Reopen(line.Path);

        var run = books.Engine.Post("main", "bruno");

        // The first commit begins the run; four chunks of three are posted, a look finds none left, and the last one finishes the run.
        Assert.Equal(1, line.Lost);
        IsWhole(books, approved, run);
    }

    [Fact]
    public void A_connection_that_was_ended_while_nothing_was_begun_is_replaced()
    {
        using var database = new TempDatabase(Provider.Postgres);
        using (var other = BillingStorage.Open(database.Path))
        {
            var self = other.Scalar("SELECT pg_backend_pid()");
            other.Execute(System.FormattableString.Invariant($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> {self}"));
        }

        using var transaction = database.Store.Begin();
        database.Store.Execute("UPDATE seller SET name = 'X'");
        transaction.Commit();

        Assert.Equal(1, database.Store.Scalar("SELECT count(*) FROM seller WHERE name = 'X'"));
    }

    [Fact]
    public void A_connection_that_was_ended_while_rows_were_let_go_of_is_said_to_be_gone_and_replaced()
    {
        using var database = new TempDatabase(Provider.Postgres);
        var self = database.Store.Scalar("SELECT pg_backend_pid()");
        using (var rows = database.Store.Prepare("SELECT number FROM generate_series(1::bigint, 10000000) AS number"))
        {
            Assert.True(rows.Step());
            using var other = BillingStorage.Open(database.Path);
            other.Execute(System.FormattableString.Invariant($"SELECT pg_terminate_backend({self})"));
        }

        var gone = Assert.Throws<StorageException>(() => database.Store.Scalar("SELECT 1"));

        Assert.Equal(StorageFault.Unreachable, gone.Fault);
        using var transaction = database.Store.Begin();
        Assert.Equal(1, database.Store.Scalar("SELECT 1"));
    }

    private static RunSummary Approve(RunBooks books)
    {
        books.AddCustomers(new Customer("K-1", "Miller & Sons", new TaxProfile("DE")));
        books.Add(Enumerable.Range(1, 10).Select(number => Users($"C-{number}", number)));
        return books.Approve("2026-03-01");
    }

    private static void IsWhole(RunBooks books, RunSummary approved, RunSummary run)
    {
        books.Reopen();
        Assert.Equal((10, 10, approved.Totals[0].TotalMinorUnits), (run.Posted, run.Documents, books.Documents().Sum(document => document.TotalMinorUnits)));
        Assert.Equal(Enumerable.Range(1, 10).Select(number => $"INV-2026-{number:D7}"), books.Documents().Select(document => document.Number));
        Assert.Empty(books.Faults());
    }

    private sealed class CrashAfter(PostgresServer server, params int[] documents) : IProgress<RunProgress>
    {
        public int Count { get; private set; }

        public void Report(RunProgress value)
        {
            if (documents.Contains(value.Done))
            {
                Count++;
                server.Crash();
            }
        }
    }
}
