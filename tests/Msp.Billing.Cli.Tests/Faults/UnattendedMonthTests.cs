using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using Msp.Billing.EntityFrameworkCore;
using Msp.Billing.EntityFrameworkCore.Auditing;
using Msp.Billing.EntityFrameworkCore.Invoicing;
using Msp.Billing.EntityFrameworkCore.Ledger;
using Msp.Billing.EntityFrameworkCore.Runs;
using Msp.Billing.Runs;

namespace Msp.Billing.Cli.Tests.Faults;

/// <summary>The scripts of a month without anybody, as they stand in <c>docs/runs.md</c>: run once they bill April of the demo company, run again they do nothing.</summary>
public sealed partial class UnattendedMonthTests : IDisposable
{
    private const string Through = "2026-04-30";
    private const string LongAfter = "2026-06-30";
    private const string Decider = "d.kelly";

    private readonly string _folder = Directory.CreateTempSubdirectory("msp-month-").FullName;

    private string Database => Path.Combine(_folder, "msp.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_documented_scripts_bill_a_month_and_run_again_they_do_nothing()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The scripts are for a Unix shell.");
        Prepare();

        Script(0, Through);
        var review = Json($"review-{Through}.json");
        Assert.Equal(("RUN-0003", "reviewed", 0), (review.GetProperty("run").GetProperty("number").GetString(), review.GetProperty("run").GetProperty("status").GetString(), Issued()));
        Assert.NotEmpty(review.GetProperty("problems").EnumerateArray()); // flags to look at
        Assert.NotEqual(0, Run(1, "night-job", Through).Code); // one person alone does not get further
        Assert.Equal(0, Issued());

        // What the second person does about the flags is no script: here, nothing blocks.
        Script(1, Through);
        Pay();
        Script(2, LongAfter);

        var first = State();
        CheckMonth();
        Assert.NotEqual(0, Json($"reminders-{LongAfter}.json").GetArrayLength());
        Script(0, Through);
        Script(1, Through);
        Script(2, LongAfter);
        Assert.Equal(first, State());
        CheckMonth();
        Assert.Equal(0, Json($"reminders-{LongAfter}.json").GetArrayLength());
    }

    [GeneratedRegex("```sh\n(#!/bin/sh\n.*?)```", RegexOptions.Singleline)]
    private static partial Regex Scripts();

    private void Prepare()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "bin"));
        var shim = Path.Combine(_folder, "bin", "msp");
        File.WriteAllText(shim, $"#!/bin/sh\nexec dotnet '{Path.Combine(AppContext.BaseDirectory, "msp.dll")}' \"$@\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(shim, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        Assert.Equal((0, ""), MspProcess.Run("demo", "--run", "--db", Database, "--quiet"));
        var files = Path.Combine(_folder, "files");
        Assert.Equal((0, ""), MspProcess.Run("demo", "--files", files, "--quiet"));
        var counts = File.ReadAllLines(Path.Combine(files, "counts.csv"));
        Assert.StartsWith("contract,line,day,quantity", counts[0], StringComparison.Ordinal);
        var latest = counts[1..].Select(line => line.Split(',')).MaxBy(cells => cells[2], StringComparer.Ordinal) ?? [];
        File.WriteAllText(Path.Combine(_folder, "counts.csv"), $"contract,line,day,quantity\n{latest[0]},{latest[1]},2026-04-02,{latest[3]}\n");
        var matches = Scripts().Matches(File.ReadAllText(Path.Combine(Root(), "docs", "runs.md")).ReplaceLineEndings("\n"));
        Assert.Equal(3, matches.Count);
        for (var i = 0; i < matches.Count; i++)
        {
            var text = matches[i].Groups[1].Value.Replace("/srv/billing", _folder, StringComparison.Ordinal).Replace("/srv/feeds", _folder, StringComparison.Ordinal)
                .Replace("/var/spool/invoices", Path.Combine(_folder, "outbox"), StringComparison.Ordinal);
            File.WriteAllText(Path.Combine(_folder, $"{i}.sh"), text);
        }
    }

    // Somebody pays one invoice of April, and the bank says so.
    private void Pay()
    {
        using var store = BillingStorage.Open(Database);
        var paid = new DocumentList(store, 1).Find(null, null, null, int.MaxValue).First(document => document.IssueDay == Day(Through) && document.Total.MinorUnits > 0);
        var amount = paid.Total.Amount.ToString("F2", CultureInfo.InvariantCulture);
        var bank = Directory.CreateDirectory(Path.Combine(_folder, "bank")).FullName;
        File.WriteAllText(Path.Combine(bank, "may.xml"), $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt><Acct><Id><IBAN>DE02120300000000202051</IBAN></Id></Acct>
              <Ntry><Amt Ccy="{paid.Total.Currency.Code}">{amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-05-20</Dt></BookgDt><AcctSvcrRef>REF-1</AcctSvcrRef>
                <NtryDtls><TxDtls><RmtInf><Ustrd>{paid.Number}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
            </Stmt></BkToCstmrStmt></Document>
            """);
    }

    private void Script(int number, string argument)
    {
        var (code, text) = Run(number, Decider, argument);
        Assert.True(code == 0, $"Script {number} ended with {code}: {text}");
    }

    private (int Code, string Text) Run(int number, string author, string argument)
    {
        var start = new ProcessStartInfo("sh", [Path.Combine(_folder, $"{number}.sh"), argument]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PATH"] = Path.Combine(_folder, "bin") + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        start.Environment["MSP_AUTHOR"] = author;
        using var process = Process.Start(start) ?? throw new InvalidOperationException("The shell did not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, error + output.GetAwaiter().GetResult());
    }

    private void CheckMonth()
    {
        using var store = BillingStorage.Open(Database);
        var run = new RunBook(store, 1).Find("RUN-0003") ?? throw new InvalidOperationException("There is no RUN-0003.");
        Assert.Equal((RunStatus.Posted, run.Documents, "night-job", Decider), (run.Status, run.Posted, run.CreatedBy, run.ApprovedBy));
        Assert.Equal(3, new RunBook(store, 1).All(10).Length);
        Assert.Equal(run.Sent, Directory.EnumerateFiles(Path.Combine(_folder, "outbox"), "*.eml").Count());
        Assert.InRange(run.Sent, 1, run.Documents);
        Assert.Empty(new DocumentAudit(store, 1).Faults());
        Assert.Null(new AuditLog(store, 1).FirstFault());
        var ledger = new LedgerBook(store, 1, TimeProvider.System);
        Assert.All(ledger.Tie(), tie => Assert.True(tie.Holds));
        Assert.All(ledger.Balance(), balance => Assert.True(balance.IsBalanced));
        Assert.Single(new PaymentBook(store, 1, TimeProvider.System).List(new PaymentFilter()));
    }

    // Everything that somebody outside would notice: documents, books, what is owed, letters, exported files.
    private string State()
    {
        var said = new[]
        {
            MspProcess.Call("invoice", "list", "--limit", "100000", "--db", Database, "--json"), MspProcess.Call("ledger", "entries", "--limit", "1000000", "--db", Database, "--json"),
            MspProcess.Call("ageing", "--on", LongAfter, "--db", Database, "--json"), MspProcess.Call("payments", "list", "--db", Database, "--json"),
        };
        Assert.All(said, one => Assert.Equal((0, ""), (one.Code, one.Error)));
        var files = Directory.EnumerateFiles(Path.Combine(_folder, "outbox")).Concat(Directory.EnumerateFiles(_folder, "*.csv")).Concat(Directory.EnumerateFiles(_folder, "*.journal"))
            .Order(StringComparer.Ordinal).Select(file => $"{Path.GetFileName(file)} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))}");
        return string.Join('\n', [.. said.Select(one => one.Output), .. files.Where(line => !line.StartsWith("review-", StringComparison.Ordinal))]);
    }

    private int Issued()
    {
        using var store = BillingStorage.Open(Database);
        return new DocumentList(store, 1).Find(null, null, null, int.MaxValue).Count(document => document.IssueDay == Day(Through));
    }

    private JsonElement Json(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(_folder, name)));
        return document.RootElement.Clone();
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "CHANGELOG.md")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The repository is not above the tests.");
        }

        return folder;
    }
}
