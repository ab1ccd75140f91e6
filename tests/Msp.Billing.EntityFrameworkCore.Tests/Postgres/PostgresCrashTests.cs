using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore.Runs;
using Msp.Billing.EntityFrameworkCore.Tests.Runs;
using static Msp.Billing.EntityFrameworkCore.Tests.Runs.RunBooks;

namespace Msp.Billing.EntityFrameworkCore.Tests.Postgres;

public sealed class PostgresCrashTests
{
    // The server stops as in a power cut after each chunk of three in turn; the month is always finished by posting again.
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
        books.AddCustomers(new Customer("K-1", "Miller & Sons", new TaxProfile("DE")));
        books.Add(Enumerable.Range(1, 10).Select(number => Users($"C-{number}", number)));
        books.SetTo("2026-03-01");
        books.Engine.Preview("main", Day("2026-03-01"), null, "anna");
        books.Engine.Review("main", "anna");
        var approved = books.Engine.Approve("main", "bruno");

        foreach (var posted in (int[])[3, 6, 9])
        {
            var failed = Assert.Throws<StorageException>(() => books.Engine.Post("main", "bruno", new CrashAfter(server, posted)));
            Assert.Equal(StorageFault.Unreachable, failed.Fault);
            books.Reopen();
            Assert.Equal(posted, books.Engine.Status("main")?.Posted);
        }

        var run = books.Engine.Post("main", "bruno");

        Assert.Equal((10, 10, approved.Totals[0].TotalMinorUnits), (run.Posted, run.Documents, books.Documents().Sum(document => document.TotalMinorUnits)));
        Assert.Equal(Enumerable.Range(1, 10).Select(number => $"INV-2026-{number:D7}"), books.Documents().Select(document => document.Number));
        Assert.Empty(books.Faults());
    }

    private sealed class CrashAfter(PostgresServer server, int documents) : IProgress<RunProgress>
    {
        public void Report(RunProgress value)
        {
            if (value.Done == documents)
            {
                server.Crash();
            }
        }
    }
}
