using Microsoft.Extensions.DependencyInjection;
using Msp.Billing.EntityFrameworkCore.Runs;
using Msp.Billing.Runs;
using Msp.Quoting.Web.Hosting;
using Msp.Quoting.Web.Staff;

namespace Msp.Quoting.Web.Tests.Runs;

/// <summary>What reviewers decide on the pages of a run, and what they are told when they cannot.</summary>
public sealed class RunDecisionTests
{
    private const string Page = "/runs/RUN-0003";

    [Fact]
    public async Task A_contract_is_left_out_held_credited_and_checked_and_each_is_taken_back()
    {
        await using var desk = await Begun();
        var finance = StaffRoles.Finance;
        var contract = desk.Billed("RUN-0003", 3);

        await Decide(desk, finance, contract[0], "LeaveOut", new KeyValuePair<string, string>("Input.Reason", "disputed & open"));
        Assert.Equal(1, desk.Run("RUN-0003").Contracts[RunOutcome.LeftOut]);
        Assert.Contains("disputed & open", await desk.Read(finance, Page + "?need=LeftOut"), StringComparison.Ordinal);

        await Decide(desk, finance, contract[1], "Hold", new("Input.Until", "2026-07-01"), new("Input.HoldReason", "order number"));
        Assert.Equal(2, desk.Run("RUN-0003").Contracts[RunOutcome.LeftOut]);

        var page = await desk.Read(finance, $"{Page}/contracts/{contract[2]}");
        var line = System.Text.RegularExpressions.Regex.Match(page, "<option value=\"(\\d+)\"").Groups[1].Value;
        var credited = await Decide(desk, finance, contract[2], "Credit", new("Input.Line", line), new("Input.Amount", "5.00"), new("Input.Text", "Credit for an outage"), new("Input.CreditReason", "promised"));
        Assert.Contains("recorded as an amendment", credited, StringComparison.Ordinal);
        Assert.Contains("Build it again", await desk.Read(finance, Page), StringComparison.Ordinal);
        var before = desk.Run("RUN-0003").KnownAt;
        await desk.Press(finance, Page, Page + "?handler=Rebuild");
        await desk.Until("RUN-0003", run => run.Status == RunStatus.Previewed && run.KnownAt > before);
        Assert.Contains("Credit for an outage", await desk.Read(finance, $"{Page}/contracts/{contract[2]}"), StringComparison.Ordinal);
        Assert.Equal(2, desk.Run("RUN-0003").Contracts[RunOutcome.LeftOut]);

        foreach (var decision in desk.Decisions("RUN-0003").Where(one => !one.IsOver))
        {
            await Decide(desk, finance, decision.Contract, "Undo", new("decision", decision.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)), new("Input.UndoReason", "settled"));
        }

        Assert.False(desk.Run("RUN-0003").Contracts.ContainsKey(RunOutcome.LeftOut));
        Assert.DoesNotContain(desk.Decisions("RUN-0003"), one => !one.IsOver && one.Kind != RunDecisionKind.Undone);
    }

    [Fact]
    public async Task What_is_missing_or_refused_is_said_in_the_readers_language_and_nothing_is_recorded()
    {
        await using var desk = await Begun();
        var contract = desk.Billed("RUN-0003", 1)[0];

        Assert.Contains("Say why", await Decide(desk, "all", contract, "LeaveOut", new KeyValuePair<string, string>("Input.Reason", "")), StringComparison.Ordinal);
        Assert.Contains("an earlier one holds nothing back", await Decide(desk, "all", contract, "Hold", new("Input.Until", "2026-04-02"), new("Input.HoldReason", "x")), StringComparison.Ordinal);
        desk.Speak("all", "de-DE");
        Assert.Contains("ein früherer hält nichts zurück", await Decide(desk, "all", contract, "Hold", new("Input.Until", "2026-04-02"), new("Input.HoldReason", "x")), StringComparison.Ordinal);
        Assert.Contains("Geben Sie den Grund an", await Decide(desk, "all", contract, "LeaveOut", new KeyValuePair<string, string>("Input.Reason", "")), StringComparison.Ordinal);
        Assert.Empty(desk.Decisions("RUN-0003"));
    }

    [Fact]
    public async Task Who_sells_or_audits_decides_nothing_and_finance_publishes_no_prices()
    {
        await using var desk = await Begun();
        var contract = desk.Billed("RUN-0003", 1)[0];
        foreach (var who in (string[])[StaffRoles.Sales, StaffRoles.Auditor, StaffRoles.Admin])
        {
            foreach (var handler in (string[])["Check", "LeaveOut", "Hold", "Credit", "Undo"])
            {
                Assert.Equal(403, (await desk.Press(who, "/account", $"{Page}/contracts/{contract}?handler={handler}")).Status);
            }

            foreach (var handler in (string[])["Check", "CheckAll", "Rehearse", "Send"])
            {
                Assert.Equal(403, (await desk.Press(who, "/account", $"{Page}?handler={handler}")).Status);
            }
        }

        Assert.Equal(403, (await desk.Press(StaffRoles.Finance, "/account", Page + "?handler=Send")).Status);
        Assert.Equal(403, (await desk.Press(StaffRoles.Finance, "/account", "/catalog/publish")).Status);
        Assert.Equal(403, (await desk.Press(StaffRoles.Sales, "/account", Page + "?handler=Post")).Status);
        Assert.Empty(desk.Decisions("RUN-0003"));
    }

    [Fact]
    public async Task All_flags_of_a_kind_are_marked_at_once_and_the_list_says_what_is_left()
    {
        await using var desk = await Begun();
        var first = desk.Flags("RUN-0003");
        Assert.NotEmpty(first);
        foreach (var (code, concern, contracts) in first.Where(flag => flag.Concern != RunConcern.Blocked))
        {
            var list = await desk.Read("all", $"{Page}?flag={code}");
            Assert.Contains("data cards", list, StringComparison.Ordinal);
            await desk.Press("all", Page, Page + "?handler=CheckAll", new KeyValuePair<string, string>("code", code));
        }

        Assert.DoesNotContain(desk.Flags("RUN-0003"), flag => flag.Concern != RunConcern.Blocked);
    }

    [Fact]
    public async Task The_table_for_a_spreadsheet_has_every_contract_and_no_formula()
    {
        await using var desk = await Begun();
        var contract = desk.Billed("RUN-0003", 1)[0];
        await Decide(desk, "all", contract, "LeaveOut", new KeyValuePair<string, string>("Input.Reason", "=HYPERLINK(\"http://x\",\"y\")"));

        var csv = await desk.Read("all", Page + "?handler=Export");

        Assert.Equal(desk.Run("RUN-0003").Contracts.Values.Sum() + 1, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("'=HYPERLINK", csv, StringComparison.Ordinal);
        Assert.DoesNotContain(",=", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pressed_twice_a_form_makes_one_run_and_a_run_for_chosen_customers_bills_no_others()
    {
        await using var desk = await Desk.Open();
        KeyValuePair<string, string>[] form =
            [new("Input.Through", "2026-04-30"), new("Input.Issue", "2026-04-30"), new("Input.Key", "one"), new("Input.IsForAll", "false"), new("Input.Customers", "K-1001, K-1002")];
        Assert.Contains("There is no customer K-9", (await desk.Press("all", "/runs/new", "/runs/new", [.. form[..4], new("Input.Customers", "K-9")])).Text, StringComparison.Ordinal);
        await desk.Press("all", "/runs/new", "/runs/new", form);
        await desk.Press("all", "/account", "/runs/new", form);
        await desk.Until("RUN-0003", run => run.Status == RunStatus.Previewed);

        Assert.Equal(2, desk.Run("RUN-0003").Customers);
        using var store = desk.Host.Services.GetRequiredService<DatabaseFile>().Open();
        Assert.Equal(3, new RunBook(store, 1).All(10).Length);
        Assert.Contains("2 chosen customers", await desk.Read("all", Page), StringComparison.Ordinal);
    }

    private static async Task<string> Decide(Desk desk, string who, string contract, string handler, params KeyValuePair<string, string>[] fields)
    {
        var (status, text) = await desk.Press(who, $"{Page}/contracts/{contract}", $"{Page}/contracts/{contract}?handler={handler}", fields);
        Assert.Equal(200, status);
        return text;
    }

    private static async Task<Desk> Begun()
    {
        var desk = await Desk.Open();
        await desk.Press(StaffRoles.Finance, "/runs/new", "/runs/new", new("Input.Through", "2026-04-30"), new("Input.Issue", "2026-04-30"));
        await desk.Until("RUN-0003", run => run.Status == RunStatus.Previewed);
        return desk;
    }
}
