using System.Diagnostics;
using System.Globalization;
using Msp.Billing.Benchmarks.Runs;
using Msp.Billing.Benchmarks.Workload;
using Msp.Billing.EntityFrameworkCore;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.EntityFrameworkCore.Runs;
using Msp.Billing.EntityFrameworkCore.Sharing;
using Msp.Billing.Runs;

namespace Msp.Billing.Benchmarks.Web;

/// <summary>Lets many salespeople work in the web tool at the same time, first alone and then while a run is posted in the same database, and prints how long they wait.</summary>
/// <remarks>Tool, database, run and users share this machine. Each user has an account, a session, an address and a quote of their own, and pauses 3 to 7 seconds between what they do.</remarks>
internal static class LoadCommand
{
    private const string Administrator = "maria@workload.example";
    private const string Password = "four plain words here";
    private static readonly TimeSpan Alone = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);

    /// <summary>Measures and prints.</summary>
    /// <param name="users">How many work at the same time.</param>
    /// <param name="contracts">How many contracts the run bills.</param>
    /// <param name="tool">The tool's <c>Msp.Quoting.Web.dll</c>, built for release.</param>
    /// <param name="server">A PostgreSQL server; null for a file of SQLite.</param>
    /// <param name="byTool">Whether the tool's own worker posts, which needs a server; otherwise this program does.</param>
    /// <returns>The exit code: zero when no request failed and the run was posted.</returns>
    internal static async Task<int> Run(int users, int contracts, string tool, string? server, bool byTool)
    {
        using MonthPlace place = server is null ? new FilePlace() : new ServerPlace(server);
        var database = place.Empty("load");
        using var process = await ToolProcess.Start(tool, database).ConfigureAwait(false);
        using var administrator = new ToolVisitor(process.Address);
        await administrator.SetUp("Maria Park", Administrator, Password, withSample: true).ConfigureAwait(false);
        var memory = new List<(string When, long Mebibytes)>();
        await Task.Delay(Rest).ConfigureAwait(false);
        Note(memory, "at rest, set up with the sample company", process);
        for (var number = 0; number < users; number++)
        {
            await AddUser(administrator, number).ConfigureAwait(false);
        }

        Approve(database, contracts);
        var staff = Enumerable.Range(0, users).Select(number => new LoadUser(process.Address, number)).ToList();
        try
        {
            foreach (var user in staff)
            {
                await user.Begin(Password).ConfigureAwait(false);
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{place.Name}: {users:N0} users with sessions and quotes of their own, a run of {contracts:N0} contracts"));
            Console.WriteLine();
            return await Measure(staff, database, process, memory, byTool).ConfigureAwait(false);
        }
        finally
        {
            foreach (var user in staff)
            {
                user.Dispose();
            }
        }
    }

    private static async Task<int> Measure(List<LoadUser> staff, string database, ToolProcess process, List<(string When, long Mebibytes)> memory, bool byTool)
    {
        var (warm, alone, posting) = (new LoadTimes(), new LoadTimes(), new LoadTimes());
        var now = warm;
        using var over = new CancellationTokenSource();
        var working = staff.Select(user => user.Work(() => Volatile.Read(ref now), over.Token)).ToList();
        await Task.Delay(Alone / 3).ConfigureAwait(false);
        Volatile.Write(ref now, alone);
        await Task.Delay(Alone).ConfigureAwait(false);
        Note(memory, "after the minute", process);
        Volatile.Write(ref now, posting);
        var start = Stopwatch.GetTimestamp();
        var post = byTool ? Task.Run(() => PostByTool(database)) : Task.Run(() => Post(database));
        var most = 0L;
        while (!post.IsCompleted)
        {
            most = Math.Max(most, process.Resident);
            await Task.Delay(Step).ConfigureAwait(false);
        }

        var posted = await post.ConfigureAwait(false);
        memory.Add((byTool ? "most while its worker posts" : "most while another program posts", most));
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Volatile.Write(ref now, warm);
        await over.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(working).ConfigureAwait(false);
        alone.Print("They work alone", Alone.TotalSeconds);
        posting.Print(string.Create(CultureInfo.InvariantCulture, $"Beside them {posted:N0} documents are posted"), seconds);
        Print(memory);
        return warm.Failures + alone.Failures + posting.Failures == 0 && posted > 0 ? 0 : 1;
    }

    private static void Note(List<(string When, long Mebibytes)> memory, string when, ToolProcess process) => memory.Add((when, process.Resident));

    private static void Print(List<(string When, long Mebibytes)> memory)
    {
        Console.WriteLine("| the tool's resident memory | MB |");
        Console.WriteLine("|---|---|");
        foreach (var (when, mebibytes) in memory)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {when} | {mebibytes:N0} |"));
        }
    }

    private static async Task AddUser(ToolVisitor administrator, int number)
    {
        var fields = await administrator.FieldsOf("/users").ConfigureAwait(false);
        ToolVisitor.Set(fields, "Input.Name", string.Create(CultureInfo.InvariantCulture, $"Seller {number:D3}"));
        ToolVisitor.Set(fields, "Input.Email", LoadUser.EmailOf(number));
        ToolVisitor.Set(fields, "Input.Password", Password);
        ToolVisitor.Set(fields, "Input.Roles", "sales");
        await administrator.Post("/users", fields).ConfigureAwait(false);
    }

    // The workload's contracts beside those of the sample company, in one approved run.
    private static void Approve(string database, int contracts)
    {
        using var store = BillingStorage.Open(database);
        var (seller, code) = SellerOf(store);
        using (var transaction = store.Begin())
        {
            new SellerBook(store).SetTaxRates(seller, WorkloadBook.Taxes.Rates);
            EngineMonth.Add(store, seller, contracts);
            transaction.Commit();
        }

        var engine = new RunEngine(store, new WorkloadClock());
        var run = engine.Preview(code, WorkloadBook.IssueDay, issueDay: null, "maria");
        new RunReviewer(store, new WorkloadClock()).LeaveOutBlocked(code, run.Number, "not part of the measurement", "maria");
        engine.Review(code, "maria");
        engine.Approve(code, "jonas");
    }

    private static long Post(string database)
    {
        using var store = BillingStorage.Open(database);
        return new RunEngine(store, new WorkloadClock()).Post(SellerOf(store).Code, "jonas").Posted;
    }

    private static async Task<long> PostByTool(string database)
    {
        using var store = BillingStorage.Open(database);
        var code = SellerOf(store).Code;
        new SharedRuns(store, new WorkloadClock()).Post(code, "jonas");
        var engine = new RunEngine(store, new WorkloadClock());
        while (engine.Status(code) is { Status: not RunStatus.Posted })
        {
            await Task.Delay(Step).ConfigureAwait(false);
        }

        return engine.Status(code)?.Posted ?? 0;
    }

    private static (long Id, string Code) SellerOf(BillingStore store) => new SellerBook(store).All()[0] is var (id, seller, _) ? (id, seller.Code) : default;
}
