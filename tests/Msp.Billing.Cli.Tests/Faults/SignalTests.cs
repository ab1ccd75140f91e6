using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Msp.Billing.EntityFrameworkCore;
using Msp.Billing.EntityFrameworkCore.Contracts;

namespace Msp.Billing.Cli.Tests.Faults;

/// <summary>Somebody presses Ctrl-C, or the machine is told to shut down: the process ends by itself with its own code, and nothing is half done.</summary>
public sealed partial class SignalTests : IDisposable
{
    private const int Cancelled = 5;
    private const int Attempts = 10;

    private readonly string _folder = Directory.CreateTempSubdirectory("msp-signal-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public void Posting_stops_between_two_chunks_and_goes_on(string signal)
    {
        SkipWithoutSignals();
        using var approved = new ApprovedRun();
        var (path, code, error) = ("", 0, "");
        for (var attempt = 0; attempt < Attempts && code == 0; attempt++)
        {
            // On a fast machine posting can be over before the signal arrives.
            path = approved.Copy(_folder);
            (code, error) = MspProcess.Interrupt(signal, "run", "post", "--db", path, "--author", "bruno", "--chunk", "1");
        }

        Assert.Equal(Cancelled, code);
        var posted = approved.CheckWhole(path);
        Assert.InRange(posted, 1, ApprovedRun.Contracts - 1);
        var told = Stopped().Match(error);
        Assert.True(told.Success, error);
        Assert.Equal(posted, int.Parse(told.Groups["posted"].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture));
        Assert.Equal(["run-posting-started", "run-posting-stopped"], Actions(path));

        Assert.Equal((0, ""), MspProcess.Run("run", "post", "--db", path, "--author", "bruno", "--quiet"));

        Assert.Equal(ApprovedRun.Contracts, approved.CheckWhole(path));
        Assert.Equal(["run-posting-started", "run-posting-stopped", "run-posting-resumed", "run-posted"], Actions(path));
    }

    [Fact]
    public void An_import_stops_and_stores_nothing()
    {
        SkipWithoutSignals();
        var path = Path.Combine(_folder, "billing.db");
        Assert.Equal((0, ""), MspProcess.Run("init", "--db", path, "--quiet", "--name", "Northwind", "--country", "DE", "--currency", "EUR", "--time-zone", "Europe/Berlin"));
        var file = Path.Combine(_folder, "customers.csv");
        File.WriteAllText(file, Customers(400_000));

        var (code, error) = MspProcess.Interrupt("TERM", "import", "customers", file, "--db", path);

        Assert.Equal(Cancelled, code);
        Assert.Contains("Stopped on request. Nothing is half done", error, StringComparison.Ordinal);
        using (var store = BillingStorage.Open(path))
        {
            using var customers = new CustomerReader(store, 1);
            Assert.Empty(customers.All());
        }

        using var log = JsonDocument.Parse(MspProcess.Call("audit", "--db", path, "--json").Output);
        Assert.Equal(["seller-added"], log.RootElement.GetProperty("entries").EnumerateArray().Select(entry => entry.GetProperty("action").GetString()));
    }

    [GeneratedRegex("Stopped on request: (?<posted>[0-9,]+) of 240 documents are posted and stay posted")]
    private static partial Regex Stopped();

    private static void SkipWithoutSignals() => Assert.SkipUnless(File.Exists("/bin/kill") || File.Exists("/usr/bin/kill"), "There is no program here that sends a signal.");

    private static string Customers(int count)
    {
        var table = new StringBuilder("number,name,jurisdiction\n");
        for (var number = 0; number < count; number++)
        {
            table.Append(CultureInfo.InvariantCulture, $"K-{number:D7},Customer of a provider,DE\n");
        }

        return table.ToString();
    }

    private static List<string?> Actions(string path)
    {
        using var log = JsonDocument.Parse(MspProcess.Call("audit", "--db", path, "--json", "--action", "run").Output);
        return
        [
            .. log.RootElement.GetProperty("entries").EnumerateArray().Select(entry => entry.GetProperty("action").GetString())
                .SkipWhile(action => action != "run-posting-started"),
        ];
    }
}
