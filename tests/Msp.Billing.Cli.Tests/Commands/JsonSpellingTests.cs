using System.CommandLine;
using System.Text.Json;
using System.Text.RegularExpressions;
using Msp.Billing.Cli.Commands;
using Msp.Billing.Contracts;

namespace Msp.Billing.Cli.Tests.Commands;

/// <summary>What programs read is spelled in one way by every command: properties and the names of closed sets in camel case.</summary>
public sealed partial class JsonSpellingTests : IDisposable
{
    // Words of people, and codes that are theirs or have hyphens by their own definition.
    private static readonly HashSet<string> Free =
        ["name", "customerName", "description", "reason", "author", "message", "fix", "change", "mermaid", "subject", "createdBy", "reviewedBy", "approvedBy", "postedBy", "title"];

    private static readonly HashSet<string> Names =
    [
        .. new[] { typeof(Contract).Assembly, typeof(EntityFrameworkCore.BillingStore).Assembly }
            .SelectMany(assembly => assembly.GetExportedTypes()).Where(type => type.IsEnum).SelectMany(Enum.GetNames),
    ];

    private readonly Shell _shell = WorkedCase.Posted();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void Every_command_writes_camel_case()
    {
        var calls = Calls(_shell);
        Assert.Equal(Commands().Order(StringComparer.Ordinal), calls.Select(call => call.Command).Distinct().Order(StringComparer.Ordinal));
        var wrong = new List<string>();
        foreach (var (command, args) in calls)
        {
            var outcome = _shell.Call([.. command.Split(' '), .. args, "--json"]);
            Assert.True(outcome.Code == 0, $"{command} {string.Join(' ', args)}: {outcome.Error}");
            using var document = JsonDocument.Parse(outcome.Output);
            Walk(command, "", document.RootElement, wrong);
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void A_name_of_the_code_is_seen()
    {
        var wrong = new List<string>();
        using var document = JsonDocument.Parse("""{"Kind": "x", "status": "NothingDue", "name": "Standard", "tax_rates": 1}""");

        Walk("x", "", document.RootElement, wrong);

        Assert.Equal(["x: .Kind is no camel case", "x: .status = NothingDue", "x: .tax_rates is no camel case"], wrong);
    }

    [GeneratedRegex("^[a-z][A-Za-z0-9]*$")]
    private static partial Regex CamelCase();

    private static void Walk(string command, string path, JsonElement value, List<string> wrong)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in value.EnumerateObject())
                {
                    var place = $"{path}.{property.Name}";
                    if (!CamelCase().IsMatch(property.Name))
                    {
                        wrong.Add($"{command}: {place} is no camel case");
                    }

                    if (property.Value.ValueKind == JsonValueKind.String && !Free.Contains(property.Name) && Names.Contains(property.Value.GetString() ?? ""))
                    {
                        wrong.Add($"{command}: {place} = {property.Value.GetString()}");
                    }

                    Walk(command, place, property.Value, wrong);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                {
                    if (item.ValueKind == JsonValueKind.String && Names.Contains(item.GetString() ?? ""))
                    {
                        wrong.Add($"{command}: {path}[] = {item.GetString()}");
                    }

                    Walk(command, path + "[]", item, wrong);
                }

                break;
        }
    }

    private static IEnumerable<string> Commands()
    {
        using var output = new StringWriter();
        var root = CommandLine.Create(new GlobalOptions(new Terminal { Output = output, Error = output }));

        // A worker runs until it is stopped, on a server that there is none of here; the tests of workers call it.
        return Leaves("", root).Where(command => command != "worker");
    }

    private static IEnumerable<string> Leaves(string name, Command command) => command.Subcommands.Count == 0
        ? [name]
        : command.Subcommands.SelectMany(child => Leaves($"{name} {child.Name}".Trim(), child));

    /// <summary>A call of every command, to be made one after another on the worked case.</summary>
    internal static List<(string Command, string[] Args)> Calls(Shell shell)
    {
        string[] note = ["--day", "2026-06-01", "--reason", "agreed", "--dry-run"];
        File.WriteAllText(shell.Path("price.json"), """{"model": "volume", "steps": [{"up_to": 40, "price": 150}, {"price": 130}]}""");
        File.WriteAllText(shell.Path("bank.csv"), "account,day,amount,currency,remittance\nDE02120300000000202051,2026-04-10,5.00,EUR,INV-2026-0000001\n");
        File.WriteAllText(shell.Path("books.json"), """{"accounts": {"receivable": "1400"}, "taxAccounts": [{"category": "standard", "percent": 19, "account": "1776"}], "levels": [{"days": 3, "title": "One", "text": "Pay {invoice}.", "fee": 5.00}]}""");
        File.WriteAllText(shell.Path("line.json"), """{"charge": "x", "name": "X", "unit": "user", "quantity": 1, "pricing": {"model": "per-unit", "price": 1}}""");
        foreach (var sample in (string[])["catalog.json", "customers.csv", "contracts.csv", "counts.csv"])
        {
            // The samples' contracts have the numbers of the worked case.
            var text = File.ReadAllText(System.IO.Path.Combine(AppContext.BaseDirectory, "samples", sample));
            File.WriteAllText(shell.Path(sample), text.Replace("C-100", "C-700", StringComparison.Ordinal));
        }

        File.WriteAllText(shell.Path("seller.json"), DocumentCommandsTests.SellerFile);
        File.WriteAllText(shell.Path("customer.json"), DocumentCommandsTests.CustomerFile);
        var draft = WorkedCase.Contract("C-2", new ContractLine(1, WorkedCase.ManagedUser, 2));
        WorkedCase.Add(shell, new Contract("C-2", "K-1", draft.Terms, draft.RecordedAt));
        WorkedCase.Add(shell, WorkedCase.Contract("C-3", new ContractLine(1, WorkedCase.ManagedUser, 2)));
        shell.Do("contract", "amend", "discount", "C-3", "Term", "--percent", "5", "--day", "2026-03-02", "--reason", "x");
        shell.Do("contract", "amend", "suspend", "C-3", "--day", "2026-05-01", "--reason", "x");
        var amended = WorkedCase.Contract("C-4", new ContractLine(1, WorkedCase.ManagedUser, 2));
        WorkedCase.Add(shell, amended);
        shell.Do("contract", "amend", "notice", "C-4", "--day", "2026-05-20", "--reason", "x");
        WorkedCase.Add(shell, WorkedCase.ByIndex("C-5"));
        shell.Do("contract", "amend", "quantity", "C-1001", "1", "48", "--day", "2026-03-17", "--reason", "x");
        var receipt = shell.Path("receipt.json");
        AcceptedQuotes.Add(shell, receipt);
        (string, string[]) Amend(string name, params string[] args) => ($"contract amend {name}", [.. args, .. note]);
        (string, string[]) Import(string kind, string sample) => ($"import {kind}", [shell.Path(sample)]);
        return
        [
            ("init", ["--one-person"]), ("seller set", ["--file", shell.Path("seller.json")]), ("customer set", ["K-1", "--file", shell.Path("customer.json")]), ("run status", []), ("run preview", ["--through", "2026-04-01"]), ("run review", []), ("run problems", []),
            ("run check", ["C-1001"]), ("run leave-out", ["C-3", "--reason", "x"]), ("run hold", ["C-4", "--until", "2026-07-01", "--reason", "x"]),
            ("run credit", ["C-1001", "--amount", "5", "--text", "Credit", "--reason", "x"]), ("run undo", ["3"]), ("run review", []), ("run undo", ["2"]), ("run limits", []),
            ("run export", []), ("run cancel", []),
            ("run preview", ["--through", "2026-04-01", "--shared", "--no-wait"]), ("run progress", []), ("run pause", []), ("run resume", []), ("run cancel", []),
            ("run preview", ["--through", "2026-04-01"]), ("run review", []), ("run approve", []), ("run post", ["--dry-run"]), ("run post", []), ("run status", []), ("run deliver", ["--dry-run"]), ("run deliver", ["--outbox", shell.Path("outbox")]),
            ("insights mrr", ["--through", "2026-04-30"]), ("insights movement", ["--through", "2026-04-30"]), ("insights margin", ["--through", "2026-04-30"]),
            ("insights renewals", ["--through", "2026-04-30"]), ("insights uplifts", ["--through", "2026-04-30"]), ("insights leakage", ["--through", "2026-04-30"]),
            ("invoice list", []), ("invoice show", ["INV-2026-0000001", "--explain"]), ("invoice show", ["INV-2026-0000002", "--explain"]), ("invoice verify", []),
            ("invoice pdf", ["INV-2026-0000002", "--out", shell.Path("invoice.pdf")]), ("run pdf", ["RUN-0001", "--out", shell.Path("pdf")]),
            ("invoice ubl", ["INV-2026-0000002"]), ("invoice cii", ["INV-2026-0000002"]), ("seller show", []), ("customer show", ["K-1"]), ("export calendar", []),
            ("export csv", ["--profile", "xero", "--from", "2026-03-01", "--through", "2026-04-30"]), ("export e-invoices", ["--from", "2026-04-01", "--through", "2026-04-01", "--folder", shell.Path("ubl")]),
            ("payments record", ["K-1", "50.00", "--date", "2026-04-10"]), ("payments record", ["K-1", "20.00", "--date", "2026-04-11", "--keep"]),
            ("payments list", []), ("payments allocate", ["PAY-0000002"]), ("payments reverse", ["PAY-0000001", "--date", "2026-04-12", "--reason", "returned debit"]),
            ("payments record", ["K-1", "10.00", "--date", "2026-04-13", "--keep"]), ("payments refund", ["K-1", "10.00", "--date", "2026-04-14"]),
            ("payments import", [shell.Path("bank.csv")]), ("payments match", []), ("ledger recognise", ["--through", "2026-03-31"]), ("ledger trial-balance", []), ("ledger entries", []),
            ("ledger policy show", []), ("ledger policy set", ["--file", shell.Path("books.json")]),
            ("statement", ["K-1"]), ("ageing", []), ("dunning propose", ["--on", "2026-06-30"]), ("dunning run", ["--on", "2026-06-30", "--send", "--outbox", shell.Path("reminders")]),
            ("dunning pause", ["K-1", "--through", "2026-07-31", "--reason", "x"]), ("export journal", []), ("ledger close", ["--through", "2026-03-31"]),
            ("invoice credit", ["INV-2026-0000001", "--reason", "x", "--dry-run"]), ("invoice write-off", ["INV-2026-0000001", "--reason", "x", "--author", "maria"]),
            ("invoice correction list", []), ("init", ["--one-person", "false"]), ("invoice credit", ["INV-2026-0000002", "--on", "2026-06-01", "--reason", "x", "--author", "maria"]), ("invoice correction issue", ["2", "--author", "jonas"]),
            ("invoice credit", ["INV-2026-0000001", "--on", "2026-06-01", "--reason", "x", "--author", "maria"]), ("invoice correction decline", ["3", "--reason", "x"]), ("init", ["--one-person"]),
            ("forecast", ["C-1001"]), ("contract show", ["C-1001"]), ("contract show", ["C-3"]), ("contract lifecycle", []), ("contract lifecycle", ["C-3"]),
            ("contract termination", ["C-1001", "--on", "2026-09-01"]),
            Amend("quantity", "C-1001", "1", "50"), Amend("price", "C-1001", "1", "155"), Amend("price", "C-1001", "1", "--file", shell.Path("price.json")),
            Amend("add-line", "C-1001", "--file", shell.Path("line.json")), Amend("remove-line", "C-1001", "1"),
            Amend("plan", "C-1001", "other", "--remove", "1", "--file", shell.Path("line.json")), Amend("discount", "C-1001", "Term", "--percent", "5"),
            Amend("end-discount", "C-3", "1"), Amend("suspend", "C-1001", "--until", "2026-07-01"), Amend("resume", "C-3"), Amend("notice", "C-1001"),
            Amend("index", "C-5", "117.8", "121.3"), Amend("renew", "C-1001"), Amend("withdraw-notice", "C-4"), Amend("terminate", "C-1001"), ("contract amend send", ["C-2", "--day", "2026-02-21", "--reason", "x"]),
            ("contract amend sign", ["C-2", "--day", "2026-02-22", "--reason", "x", "--dry-run"]), ("contract amend withdraw", ["C-2", "--day", "2026-02-22", "--reason", "x", "--dry-run"]),
            Import("catalog", "catalog.json"), Import("customers", "customers.csv"), Import("contracts", "contracts.csv"), Import("counts", "counts.csv"),
            ("quote list", []), ("quote show", ["Q-2026-0001"]), ("quote verify", [receipt, "--stored"]),
            ("contract show", ["C-1001"]), ("audit", []), ("completion", ["fish"]), ("demo", ["--files", shell.Path("demo")]),
        ];
    }
}
