using Msp.Billing.EntityFrameworkCore;
using Msp.Billing.EntityFrameworkCore.Auditing;

namespace Msp.Billing.Cli.Tests.Commands;

/// <summary>Who did what stands in the log, and nowhere does it say something that did not happen.</summary>
public sealed class AuditCommandTests : IDisposable
{
    private readonly Shell _shell = WorkedCase.Posted();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void Every_move_of_a_run_is_there_with_who_made_it()
    {
        Assert.Equal(
            [
                ("seller-added", "main", "maria"), ("run-preview-started", "RUN-0001", "maria"), ("run-previewed", "RUN-0001", "maria"),
                ("run-reviewed", "RUN-0001", "maria"), ("run-approved", "RUN-0001", "jonas"), ("run-posting-started", "RUN-0001", "jonas"),
                ("run-posted", "RUN-0001", "jonas"),
            ],
            Entries());
        var status = _shell.Json("run", "status");
        Assert.Equal(
            ["run-preview-started", "run-previewed", "run-reviewed", "run-approved", "run-posting-started", "run-posted"],
            status.GetProperty("moves").EnumerateArray().Select(move => move.GetProperty("action").GetString()));
        Assert.Contains("run approved", _shell.Do("run", "status"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_approval_by_one_person_says_so()
    {
        _shell.Do("init", "--one-person");
        _shell.Do("run", "preview", "--through", "2026-04-01");
        _shell.Do("run", "review");
        _shell.Do("run", "approve");

        var approvals = _shell.Json("audit", "--action", "run-approved").GetProperty("entries").EnumerateArray().Select(entry => entry.GetProperty("detail")).ToList();

        Assert.Equal([false, true], approvals.Select(detail => detail.GetProperty("onePerson").GetBoolean()));
        Assert.Equal(("reviewed", "approved"), (approvals[1].GetProperty("from").GetString(), approvals[1].GetProperty("to").GetString()));
        Assert.Equal(("seller-changed", "main", "maria"), Entries("--action", "seller-changed").Single());
    }

    [Fact]
    public void A_stopped_posting_and_its_end_are_there()
    {
        _shell.Do("run", "preview", "--through", "2026-04-01");
        _shell.Do("run", "review");
        _shell.Do("run", "approve", "--author", "jonas");
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.Equal(5, _shell.Call(stop.Token, "run", "post", "--author", "jonas").Code);
        _shell.Do("run", "post", "--author", "petra");

        Assert.Equal(
            [
                ("run-posting-started", "RUN-0002", "jonas"), ("run-posting-stopped", "RUN-0002", "jonas"), ("run-posting-resumed", "RUN-0002", "petra"),
                ("run-posted", "RUN-0002", "petra"),
            ],
            Entries("--subject", "RUN-0002", "--action", "run").Skip(4));
        Assert.Equal(2, Entries("--by", "Petra").Count);
    }

    [Fact]
    public void An_amendment_is_there_and_a_dry_run_of_one_is_not()
    {
        string[] amend = ["contract", "amend", "quantity", "C-1001", "1", "48", "--day", "2026-03-17", "--reason", "three joiners"];
        _shell.Do([.. amend, "--dry-run"]);
        Assert.Empty(Entries("--subject", "C-1001"));

        _shell.Do([.. amend, "--author", "petra"]);

        Assert.Equal([("contract-amended", "C-1001", "petra")], Entries("--subject", "C-1001"));
        var detail = _shell.Json("audit", "--subject", "C-1001").GetProperty("entries")[0].GetProperty("detail");
        Assert.Equal(("quantityChanged", "2026-03-17", "three joiners"), (
            detail.GetProperty("kind").GetString(), detail.GetProperty("day").GetString(), detail.GetProperty("reason").GetString()));
    }

    [Fact]
    public void An_import_is_there_with_the_hash_of_its_file_and_a_refused_one_is_not()
    {
        var file = _shell.Path("customers.csv");
        File.WriteAllText(file, "number,name,jurisdiction\nK-7,Aurora Clinic,DE\n");
        _shell.Do("import", "customers", file, "--dry-run");
        _shell.Do("import", "customers", file);
        _shell.Call("import", "customers", file);

        var entry = Assert.Single(_shell.Json("audit", "--action", "file").GetProperty("entries").EnumerateArray());

        Assert.Equal(("customers.csv", "maria"), (entry.GetProperty("subject").GetString(), entry.GetProperty("author").GetString()));
        Assert.Equal(1, entry.GetProperty("detail").GetProperty("records").GetProperty("customers").GetInt32());
        Assert.Equal(
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file))), entry.GetProperty("detail").GetProperty("sha256").GetString());
    }

    [Fact]
    public void A_refused_move_leaves_nothing_in_the_log()
    {
        var before = Entries();
        _shell.Refused(1, "run", "approve");
        _shell.Refused(1, "contract", "amend", "resume", "C-1001", "--day", "2026-04-01", "--reason", "x");

        Assert.Equal(before, Entries());
    }

    [Fact]
    public void A_log_that_was_changed_ends_with_1()
    {
        Assert.Contains("none was changed", _shell.Do("audit", "--limit", "2"), StringComparison.Ordinal);
        Assert.Equal(7, _shell.Json("audit", "--limit", "2").GetProperty("total").GetInt32());
        Assert.Equal(0, _shell.Json("audit", "--since", "2027-01-01").GetProperty("entries").GetArrayLength());
        ChangeThirdEntry();

        var outcome = _shell.Call("audit");

        Assert.Equal(1, outcome.Code);
        Assert.Contains("entry 3 is missing or is not what was recorded", outcome.Error, StringComparison.Ordinal);
    }

    private List<(string? Action, string? Subject, string? Author)> Entries(params string[] filter) =>
    [
        .. _shell.Json(["audit", .. filter]).GetProperty("entries").EnumerateArray()
            .Select(entry => (entry.GetProperty("action").GetString(), entry.GetProperty("subject").GetString(), entry.GetProperty("author").GetString())),
    ];

    // No statement can change it, so the file's bytes do: the third entry's action.
    private void ChangeThirdEntry()
    {
        using (var store = BillingStorage.Open(_shell.Database))
        {
            Assert.Null(new AuditLog(store, 1).FirstFault());
        }

        var bytes = File.ReadAllBytes(_shell.Database);
        var wanted = "run-previewedRUN-0001"u8;
        var at = bytes.AsSpan().IndexOf(wanted);
        Assert.True(at >= 0);
        bytes[at + 4] = (byte)'q';
        File.WriteAllBytes(_shell.Database, bytes);
    }
}
