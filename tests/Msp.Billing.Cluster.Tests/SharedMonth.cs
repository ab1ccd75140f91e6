using System.Diagnostics;
using System.Globalization;
using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore;
using Msp.Billing.EntityFrameworkCore.Auditing;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.EntityFrameworkCore.Invoicing;
using Msp.Billing.EntityFrameworkCore.Runs;
using Msp.Billing.EntityFrameworkCore.Sharing;
using Msp.Billing.EntityFrameworkCore.Tests.Postgres;
using Msp.Billing.Invoicing;
using Msp.Billing.Plans;
using Msp.Billing.Runs;
using Npgsql;

namespace Msp.Billing.Cluster.Tests;

/// <summary>A company on a PostgreSQL server, a month of it that workers are to bill, and what one process bills for the same on SQLite.</summary>
internal sealed partial class SharedMonth : IDisposable
{
    public const int Contracts = 240;
    public const int Chunks = 12;

    private static readonly DateOnly Through = new(2026, 3, 1);
    private static readonly Lazy<(RunSummary Run, IReadOnlyDictionary<string, long> Documents)> Alone = new(BillAlone);
    private readonly PostgresServer _server;

    /// <param name="server">Where; the server of all tests when null.</param>
    /// <param name="patience">How many seconds the server lets a worker hang in a transaction.</param>
    /// <param name="turn">How many seconds the server lets a worker wait for a lock.</param>
    /// <param name="place">The folder that the server keeps it in; where it keeps all when null.</param>
    public SharedMonth(PostgresServer? server = null, int patience = 60, int turn = 60, string? place = null)
    {
        _server = server ?? PostgresServer.Shared;
        Direct = _server.NewDatabase(place);
        Database = new NpgsqlConnectionStringBuilder(Direct)
        {
            Pooling = true,
            Options = string.Create(CultureInfo.InvariantCulture, $"-c lock_timeout={turn}s -c idle_in_transaction_session_timeout={patience}s"),
        }.ConnectionString;
        using var store = BillingStorage.Open(Direct);
        Fill(store);
    }

    /// <summary>How workers reach it.</summary>
    public string Database { get; }

    /// <summary>How the test does: a connection for each question, which may hang in a transaction.</summary>
    public string Direct { get; }

    public RunSummary? Status => Read(store => new RunEngine(store, TimeProvider.System).Status("main"));

    public SharedRunProgress Progress => Read(store => new SharedRuns(store, TimeProvider.System).Progress("main")) ?? throw new InvalidOperationException("No run is shared.");

    public void Dispose() => _server.Drop(Direct);

    public void Plan() => Read(store => new SharedRuns(store, TimeProvider.System) { ChunkSize = Contracts / Chunks }.Preview("main", new RunRequest(Through), "anna"));

    /// <summary>Previews, reviews and approves in this process, and lets workers post.</summary>
    public void PlanPosting() => Read(store =>
    {
        var engine = new RunEngine(store, TimeProvider.System);
        if (engine.Status("main") is null)
        {
            engine.Preview("main", Through, null, "anna");
        }

        engine.Review("main", "anna");
        engine.Approve("main", "bruno");
        return new SharedRuns(store, TimeProvider.System).Post("main", "bruno");
    });

    /// <summary>Asks for the preview or the posting that is under way once more; where it is posted by now, nothing happens.</summary>
    public void AskAgain(RunStatus underWay) => Move(runs => underWay == RunStatus.Posting ? runs.Post("main", "bruno") : runs.Preview("main", new RunRequest(Through), "bruno"));

    /// <summary>Pauses the run, or lets it go on; one that is posted by now stays as it is.</summary>
    public void Pause(bool isPaused) => Move(runs => isPaused ? runs.Pause("main", "bruno") : runs.Resume("main", "bruno"));

    /// <summary>The server ends the connections of all workers.</summary>
    public void CutOff() => Scalar($"SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name <> '{Blocker.Name}'");

    /// <summary>Whatever the engine knows is gone.</summary>
    public void Forget() => WaitFor("the engine has forgotten", () =>
    {
        // In the way of a worker it may be ended by the server, and says so by an error; then it is done again.
        Scalar("TRUNCATE qrtz_fired_triggers, qrtz_simple_triggers, qrtz_cron_triggers, qrtz_triggers, qrtz_job_details CASCADE");
        return true;
    });

    /// <summary>How many workers stand at the statement that the blocker keeps them from.</summary>
    public long Standing(string table) => Scalar($"SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query ILIKE '%{table}%'");

    public long Scalar(string sql) => Convert.ToInt64(Ask(sql) ?? 0, CultureInfo.InvariantCulture);

    public DateTimeOffset Instant(string sql) => new(Scalar(sql), TimeSpan.Zero);

    public string Text(string sql) => Ask(sql) as string ?? "";

    /// <summary>Waits for a state; the bound is for a broken test, not for a slow machine.</summary>
    public void WaitFor(string what, Func<bool> isSo)
    {
        var start = Stopwatch.GetTimestamp();
        while (!IsSo(isSo))
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromMinutes(3), $"Waited in vain: {what}. {Describe()}");
            Thread.Sleep(100);
        }
    }

    public void WaitFor(RunStatus status) => WaitFor($"the run is {status}", () => Status?.Status == status);

    /// <summary>Every contract is in the preview once, and the sums are those of one process on SQLite.</summary>
    public void CheckPreview()
    {
        var run = Assert.IsType<RunSummary>(Status);
        Assert.Equal(RunStatus.Previewed, run.Status);
        Assert.Equal((Contracts, Alone.Value.Run.Lines), (run.Documents, run.Lines));
        Assert.Equal(Alone.Value.Run.Totals, run.Totals);
        Assert.Equal((Chunks, Contracts, 0), (Progress.ChunksDone, Progress.Contracts, Progress.ChunksTaken));
        Assert.Equal(1, Scalar("SELECT count(*) FROM invoice_run"));
        Assert.Equal(1, Scalar("SELECT count(*) FROM audit_entry WHERE action = 'run-previewed'"));
    }

    /// <summary>Every contract has one document, numbers have no gap, the chain holds, and the sums are those of one process on SQLite.</summary>
    public void CheckPosted() => Read(store =>
    {
        var run = Assert.IsType<RunSummary>(new RunEngine(store, TimeProvider.System).Status("main"));
        Assert.Equal((RunStatus.Posted, Contracts, Contracts), (run.Status, run.Documents, run.Posted));
        var documents = new DocumentList(store, 1).Find(null, null, null, int.MaxValue);
        CheckDocuments(place => place);
        Assert.Equal(
            Enumerable.Range(1, Contracts).Select(number => DocumentSeries.For(DocumentKind.Invoice, Through).Number(number)),
            documents.Select(document => document.Number).Order(StringComparer.Ordinal));
        Assert.Equal(Alone.Value.Run.Totals[0].TotalMinorUnits, documents.Sum(document => document.Total.MinorUnits));
        Assert.Equal(Alone.Value.Run.Totals, run.Totals);
        Assert.Empty(new DocumentAudit(store, 1).Faults());
        Assert.Null(new AuditLog(store, 1).FirstFault());
        return run;
    });

    private void Move(Func<SharedRuns, object> move)
    {
        try
        {
            Read(store => move(new SharedRuns(store, TimeProvider.System)));
        }
        catch (RunMoveException) when (Status?.Status == RunStatus.Posted)
        {
            // It was quicker.
        }
    }

    private static bool IsSo(Func<bool> isSo)
    {
        try
        {
            return isSo();
        }
        catch (Exception exception) when (exception is NpgsqlException or StorageException)
        {
            return false; // The server is away; that is what some tests are about.
        }
    }

    private static (RunSummary Run, IReadOnlyDictionary<string, long> Documents) BillAlone()
    {
        var folder = Directory.CreateTempSubdirectory("msp-alone-");
        try
        {
            var path = Path.Combine(folder.FullName, "billing.db");
            BillingStorage.CreateOrMigrate(path);
            using var store = BillingStorage.Open(path);
            Fill(store);
            var engine = new RunEngine(store, TimeProvider.System);
            engine.Preview("main", Through, null, "anna");
            engine.Review("main", "anna");
            engine.Approve("main", "bruno");
            var run = engine.Post("main", "bruno");
            return (run, Billed(store));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Fill(BillingStore store)
    {
        using var transaction = store.Begin();
        var sellers = new SellerBook(store);
        var seller = sellers.Add(new Seller("main", "Northwind Managed IT", "DE", Currency.Eur, "Europe/Berlin"));
        sellers.SetTaxRates(seller, [new TaxRate("DE", TaxCategory.Standard, new DateOnly(2020, 1, 1), new Percentage(19m))]);
        using var customers = new CustomerWriter(store, seller);
        customers.Add(Enumerable.Range(1, 20).Select(number => new Customer($"K-{number}", $"Customer {number}", new TaxProfile("DE"))));
        using var contracts = new ContractWriter(store, seller);
        for (var number = 1; number <= Contracts; number++)
        {
            ContractLine Line(int id, string code, decimal price) => new(id, new Charge(code, code, BillingUnit.User, Pricing.PerUnit(price, Currency.Eur)), number);
            var terms = new ContractTerms(Currency.Eur, Through, Line(1, "managed-user", 150m), Line(2, "backup", 12.345m), Line(3, "security", 7.77m));
            contracts.Add(new Contract($"C-{number:D4}", $"K-{1 + (number % 20)}", terms, new DateTimeOffset(2026, 1, 1, 9, 0, 0, TimeSpan.Zero), ContractStatus.Scheduled));
        }

        transaction.Commit();
    }

    private string Describe()
    {
        try
        {
            return $"{Status?.Status}, {Status?.Posted} posted, {Text("SELECT string_agg(status || ' ' || starts || ' ' || coalesce(worker, '-'), '; ' ORDER BY chunk_no) FROM run_chunk")}; jobs {Text("SELECT string_agg(job_name, ' ') FROM qrtz_job_details")}";
        }
        catch (Exception exception) when (exception is NpgsqlException or StorageException)
        {
            return exception.Message;
        }
    }

    private T Read<T>(Func<BillingStore, T> read)
    {
        using var store = BillingStorage.Open(Direct);
        return read(store);
    }

    private object? Ask(string sql)
    {
        using var connection = new NpgsqlConnection(Direct);
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Only the tests write the statements.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }
}
