using Msp.Billing.Cli.Tests.Commands;
using Msp.Billing.EntityFrameworkCore;
using Msp.Billing.EntityFrameworkCore.Tests.Postgres;

namespace Msp.Billing.Cli.Tests.Postgres;

/// <summary>What <c>msp</c> writes does not tell which database it works on.</summary>
public sealed class SameOutputTests : IDisposable
{
    private readonly string _server = PostgresServer.Shared.NoDatabase();

    public void Dispose() => PostgresServer.Shared.Drop(_server);

    [Fact]
    public void Two_months_of_the_demo_are_billed_booked_and_reported_in_the_same_words()
    {
        using var file = new Shell();
        using var server = new Shell(_server);
        string[] calls =
        [
            "demo --run", "run status", "run problems --run RUN-0002", "run export --run RUN-0002", "invoice list --json", "invoice verify", "ledger recognise --through 2026-03-31",
            "ledger trial-balance", "ledger entries --json", "export journal", "insights mrr --through 2026-03-31", "insights movement --through 2026-03-31",
            "insights margin --through 2026-03-31", "insights renewals --through 2026-03-31", "insights leakage --through 2026-03-31", "ageing", "statement K-1001 --json", "audit --json",
        ];

        foreach (var call in calls)
        {
            Same(file, server, call.Split(' '));
        }
    }

    [Fact]
    public void Every_command_writes_the_same_document()
    {
        using var file = WorkedCase.Posted();
        using var server = WorkedCase.PostedOn(_server);

        foreach (var ((command, here), (_, there)) in JsonSpellingTests.Calls(file).Zip(JsonSpellingTests.Calls(server)))
        {
            Same(file, server, [.. command.Split(' '), .. here, "--json"], [.. command.Split(' '), .. there, "--json"]);
        }
    }

    [Fact]
    public void Files_are_imported_previewed_and_posted_alike()
    {
        using var file = new Shell();
        using var server = new Shell(_server);
        file.Do("demo", "--files", file.Path("demo"));
        foreach (var call in (string[])["init --name Northwind --country IE --currency EUR --time-zone Europe/Dublin", "import catalog F/catalog.json", "import customers F/customers.json",
            "import contracts F/contracts.json", "import counts F/counts.csv", "run preview --through 2026-03-31", "run review", "run status --json", "invoice list --json"])
        {
            Same(file, server, [.. call.Split(' ').Select(word => word.StartsWith("F/", StringComparison.Ordinal) ? Path.Combine(file.Path("demo"), word[2..]) : word)]);
        }
    }

    private static void Same(Shell file, Shell server, string[] here, string[]? there = null)
    {
        var (one, other) = (file.Call(here), server.Call(there ?? here));
        Assert.True(one.Code == other.Code, $"{string.Join(' ', here)} ended with {one.Code} on a file and {other.Code} on a server: {one.Error}{other.Error}");
        Assert.Equal(Plain(one.Output), Plain(other.Output));
        Assert.Equal(Plain(one.Error), Plain(other.Error));

        // Where the database and the shell's files are, is all that may differ.
        string Plain(string text) => new[] { file, server }.Aggregate(text, (plain, shell) => plain
            .Replace(BillingStorage.NameOf(shell.Database), "DATABASE", StringComparison.Ordinal)
            .Replace(shell.Path("").TrimEnd('/'), "FOLDER", StringComparison.Ordinal));
    }
}
