using System.Text.Json;
using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore;

namespace Msp.Billing.Cli.Tests.Commands;

public sealed class RunCommandsTests : IDisposable
{
    private readonly Shell _shell = WorkedCase.Shell();

    public void Dispose() => _shell.Dispose();

    // 45 × 150.00 = 6,750.00; 19 % of it is 1,282.50
    [Fact]
    public void March_is_previewed_reviewed_approved_and_posted()
    {
        var preview = _shell.Json("run", "preview", "--through", "2026-03-01").GetProperty("run");
        Assert.Equal("previewed", preview.GetProperty("status").GetString());
        AssertTotals(preview, 1, 6750.00m, 1282.50m, 8032.50m, 0m);
        _shell.Do("run", "review");
        _shell.Do("run", "approve", "--author", "jonas");
        var posted = _shell.Json("run", "post", "--author", "jonas").GetProperty("run");
        Assert.Equal(("posted", 1, 1), (posted.GetProperty("status").GetString(), posted.GetProperty("documents").GetInt32(), posted.GetProperty("posted").GetInt32()));
        Assert.Equal("jonas", posted.GetProperty("approvedBy").GetString());
        Assert.False(posted.GetProperty("approvedByCreator").GetBoolean());
        AssertTotals(posted, 1, 6750.00m, 1282.50m, 8032.50m, 0m);
    }

    [Fact]
    public void Review_shows_a_bridge_that_sums_and_the_largest_change()
    {
        _shell.Do("run", "preview", "--through", "2026-03-01");
        var text = _shell.Do("run", "review");
        Assert.Contains("EUR: from the last run to this one", text, StringComparison.Ordinal);
        Assert.Contains("new lines", text, StringComparison.Ordinal);
        Assert.Contains("+6,750.00", text, StringComparison.Ordinal);
        Assert.Contains("+1,282.50", text, StringComparison.Ordinal);
        Assert.Contains("No problems.", text, StringComparison.Ordinal);
        Assert.Contains("C-1001    Nordwind Logistics  billed   8,032.50", text, StringComparison.Ordinal);
        var review = _shell.Json("run", "review");
        var totals = Assert.Single(review.GetProperty("run").GetProperty("totals").EnumerateArray().ToList());
        Assert.Equal(totals.GetProperty("difference").GetDecimal(), totals.GetProperty("causes").EnumerateObject().Sum(cause => cause.Value.GetDecimal()));
        Assert.Equal("C-1001", review.GetProperty("items")[0].GetProperty("contract").GetString());
        Assert.Equal(0, review.GetProperty("problems").GetArrayLength());
        Assert.Equal("reviewed", review.GetProperty("run").GetProperty("status").GetString());
    }

    [Fact]
    public void The_one_who_made_a_run_cannot_approve_it()
    {
        _shell.Do("run", "preview", "--through", "2026-03-01");
        _shell.Do("run", "review");
        Assert.Contains("'maria' made this run and cannot approve it", _shell.Refused(1, "run", "approve"), StringComparison.Ordinal);
        _shell.Do("init", "--one-person");
        Assert.True(_shell.Json("run", "approve").GetProperty("run").GetProperty("approvedByCreator").GetBoolean());
    }

    [Fact]
    public void A_move_that_cannot_be_made_is_refused_with_what_can()
    {
        Assert.Contains("Preview one first", _shell.Refused(1, "run", "post"), StringComparison.Ordinal);
        _shell.Do("run", "preview", "--through", "2026-03-01");
        Assert.Contains("A run that is Previewed cannot Post. It can:", _shell.Refused(1, "run", "post"), StringComparison.Ordinal);
        Assert.Contains("cannot Approve", _shell.Refused(1, "run", "approve", "--author", "jonas"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("review")]
    [InlineData("approve")]
    [InlineData("post")]
    [InlineData("status")]
    [InlineData("cancel")]
    public void A_run_for_another_day_is_refused(string command)
    {
        _shell.Do("run", "preview", "--through", "2026-03-01");
        Assert.Contains(
            "RUN-0001 (previewed) is through 2026-03-01, not 2026-04-01.", _shell.Refused(1, "run", command, "--through", "2026-04-01"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_dry_run_of_posting_shows_all_of_it_and_changes_nothing()
    {
        _shell.Do("run", "preview", "--through", "2026-03-01");
        var before = File.ReadAllBytes(_shell.Database);
        var rehearsed = _shell.Json("run", "post", "--dry-run");
        Assert.True(rehearsed.GetProperty("dryRun").GetBoolean());
        Assert.Equal(1, rehearsed.GetProperty("run").GetProperty("posted").GetInt32());
        Assert.Contains("Dry run: 1 documents would be posted.", _shell.Do("run", "post", "--dry-run"), StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(_shell.Database));
        Assert.Equal(0, _shell.Json("run", "status").GetProperty("run").GetProperty("posted").GetInt32());
    }

    [Fact]
    public void Running_again_bills_nothing()
    {
        using var posted = WorkedCase.Posted();
        var again = posted.Json("run", "preview", "--through", "2026-03-01").GetProperty("run");
        Assert.Equal(0, again.GetProperty("documents").GetInt32());
        Assert.Equal(1, again.GetProperty("contracts").GetProperty("nothingDue").GetInt32());
    }

    [Fact]
    public void A_cancelled_post_says_how_to_go_on_and_goes_on()
    {
        _shell.Do("run", "preview", "--through", "2026-03-01");
        _shell.Do("run", "review");
        _shell.Do("run", "approve", "--author", "jonas");
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var stopped = _shell.Call(stop.Token, "run", "post");
        Assert.Equal(5, stopped.Code);
        Assert.Contains("0 of 1 documents are posted and stay posted. Go on: msp run post.", stopped.Error, StringComparison.Ordinal);
        Assert.Equal("posting", _shell.Json("run", "status").GetProperty("run").GetProperty("status").GetString());
        Assert.Equal("posted", _shell.Json("run", "post").GetProperty("run").GetProperty("status").GetString());
    }

    [Fact]
    public void A_preview_stops_between_chunks_and_begins_again()
    {
        WorkedCase.Add(_shell, WorkedCase.Contract("C-1002", new ContractLine(1, WorkedCase.ManagedUser, 1)));
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var stopped = _shell.Call(stop.Token, "run", "preview", "--through", "2026-03-01", "--chunk", "1");
        Assert.Equal(5, stopped.Code);
        Assert.Contains("Previewing: 1 of 2 contracts", stopped.Error, StringComparison.Ordinal);
        Assert.Contains("Begin it again: msp run preview --through 2026-03-01", stopped.Error, StringComparison.Ordinal);
        Assert.Equal(2, _shell.Json("run", "preview", "--through", "2026-03-01").GetProperty("run").GetProperty("documents").GetInt32());
    }

    [Fact]
    public void Problems_come_with_their_fix()
    {
        using (var store = BillingStorage.Open(_shell.Database))
        {
            using var transaction = store.Begin();
            using var customers = new EntityFrameworkCore.Contracts.CustomerWriter(store, 1);
            customers.Add([new Customer("K-2", "Aurora Clinic", new TaxProfile("XX"))]);
            using var contracts = new EntityFrameworkCore.Contracts.ContractWriter(store, 1);
            var like = WorkedCase.Contract("C-1002", new ContractLine(1, WorkedCase.ManagedUser, 3));
            contracts.Add(new Contract("C-1002", "K-2", like.Terms, like.RecordedAt, ContractStatus.Scheduled));
            transaction.Commit();
        }

        _shell.Do("run", "preview", "--through", "2026-03-01");
        var problem = Assert.Single(_shell.Json("run", "problems").GetProperty("problems").EnumerateArray().ToList());
        Assert.Equal(("C-1002", "tax-rate-missing", true), (
            problem.GetProperty("contract").GetString(), problem.GetProperty("code").GetString(), problem.GetProperty("blocks").GetBoolean()));
        var text = _shell.Do("run", "problems", "--run", "RUN-0001");
        Assert.Contains("Blocked: C-1002, tax-rate-missing", text, StringComparison.Ordinal);
        Assert.Contains("  Fix: Import the rate", text, StringComparison.Ordinal);
        _shell.Do("run", "review");
        Assert.Contains("1 contracts of RUN-0001 are blocked", _shell.Refused(1, "run", "approve", "--author", "jonas"), StringComparison.Ordinal);
        Assert.Equal(1, _shell.Json("run", "leave-out", "--blocked", "--reason", "no rate yet").GetProperty("count").GetInt32());
        _shell.Do("run", "approve", "--author", "jonas");
        Assert.Contains("There is no run 'RUN-9'", _shell.Refused(1, "run", "problems", "--run", "RUN-9"), StringComparison.Ordinal);
    }

    // 45 × 150.00 = 6,750.00 less 50.00 = 6,700.00; 19 % of it is 1,273.00.
    [Fact]
    public void A_month_goes_from_the_preview_to_the_outbox_with_what_a_reviewer_decided()
    {
        using (var store = BillingStorage.Open(_shell.Database))
        {
            using var transaction = store.Begin();
            using var customers = new EntityFrameworkCore.Contracts.CustomerWriter(store, 1);
            customers.Update(new Customer("K-1", "Nordwind Logistics", new TaxProfile("DE")) { Country = "DE", Email = "accounts@nordwind.example" }, 1);
            transaction.Commit();
        }

        WorkedCase.Add(_shell, WorkedCase.Contract("C-2", new ContractLine(1, WorkedCase.ManagedUser, 2)));
        _shell.Do("run", "preview", "--through", "2026-03-01", "--key", "march");
        _shell.Do("run", "credit", "C-1001", "--amount", "50", "--text", "Credit for the outage", "--reason", "promised");
        _shell.Do("run", "leave-out", "C-2", "--reason", "disputed");
        _shell.Do("run", "preview", "--through", "2026-03-01");
        var review = _shell.Json("run", "review");
        Assert.Equal(["leftOut", "credited"], review.GetProperty("decisions").EnumerateArray().Select(one => one.GetProperty("kind").GetString()));
        AssertTotals(review.GetProperty("run"), 1, 6700.00m, 1273.00m, 7973.00m, 0m);
        _shell.Do("run", "approve", "--author", "jonas");
        _shell.Do("run", "post", "--author", "jonas");
        Assert.Equal("posted", _shell.Json("run", "preview", "--through", "2026-03-01", "--key", "march").GetProperty("run").GetProperty("status").GetString());

        var outbox = _shell.Path("outbox");
        Assert.Equal(0, _shell.Json("run", "deliver", "--dry-run").GetProperty("sent").GetInt32());
        foreach (var _ in (int[])[1, 2])
        {
            Assert.Equal(1, _shell.Json("run", "deliver", "--outbox", outbox).GetProperty("sent").GetInt32());
        }

        Assert.Equal("INV-2026-0000001.eml", Assert.Single(Directory.EnumerateFileSystemEntries(outbox).Select(System.IO.Path.GetFileName)));
        Assert.Contains("RUN-0001,2026-03-01,C-2,Nordwind Logistics,LeftOut,LeftOut,", _shell.Do("run", "export"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run preview", "--through")]
    [InlineData("run preview --through 31.3.2026", "'31.3.2026' is not a day; write year-month-day, such as 2026-03-01.")]
    [InlineData("run preview --through 2026-02-30", "February 2026 has 28 days")]
    [InlineData("run review --items 0", "'0' is not a number from 1 up.")]
    [InlineData("run review --items many", "many")]
    [InlineData("run", "msp run needs one of preview, review, approve, post, pdf, status, cancel, problems, check, leave-out, hold, credit, undo, limits, deliver, export, pause, resume, progress.")]
    public void A_wrong_command_line_is_refused_before_anything_is_read(string line, string message) =>
        Assert.Contains(message, _shell.Refused(2, line.Split(' ')), StringComparison.Ordinal);

    [Fact]
    public void Without_a_database_the_way_to_one_is_shown()
    {
        var message = _shell.Refused(4, "run", "status", "--db", _shell.Path("none.db"));
        Assert.Contains("Create it with 'msp init'", message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_seller_is_the_only_one_or_the_named_one()
    {
        Assert.Contains("There is no seller 'mian' in", _shell.Refused(1, "run", "status", "--seller", "mian"), StringComparison.Ordinal);
        _shell.Do("init", "--seller-code", "south", "--name", "South", "--country", "AT", "--currency", "EUR", "--time-zone", "Europe/Vienna");
        Assert.Contains("has 2 sellers: main, south. Name one with --seller.", _shell.Refused(2, "run", "status"), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, _shell.Json("run", "status", "--seller", "south").GetProperty("run").ValueKind);
    }

    private static void AssertTotals(JsonElement run, int invoices, decimal subtotal, decimal tax, decimal total, decimal previous)
    {
        var totals = Assert.Single(run.GetProperty("totals").EnumerateArray().ToList());
        Assert.Equal(
            ("EUR", invoices, subtotal, tax, total, previous, total - previous),
            (totals.GetProperty("currency").GetString() ?? "", totals.GetProperty("invoices").GetInt32(), totals.GetProperty("subtotal").GetDecimal(),
                totals.GetProperty("tax").GetDecimal(), totals.GetProperty("total").GetDecimal(), totals.GetProperty("previousTotal").GetDecimal(),
                totals.GetProperty("difference").GetDecimal()));
    }
}
