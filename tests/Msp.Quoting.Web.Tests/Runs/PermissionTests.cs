using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Msp.Billing.EntityFrameworkCore.Catalog;
using Msp.Billing.Runs;
using Msp.Quoting.Web.Hosting;
using Msp.Quoting.Web.Staff;
using Msp.Quoting.Web.Tests.Hosting;
using Msp.Quoting.Web.Tests.Proposals;

namespace Msp.Quoting.Web.Tests.Runs;

/// <summary>What each of those who use the tool cannot do, tried past the buttons that are not shown to them.</summary>
public sealed class PermissionTests(Site site)
{
    private const string Page = "/runs/RUN-0003";

    [Fact]
    public async Task Who_built_a_run_cannot_approve_it_whatever_form_is_sent()
    {
        await using var desk = await Begun(StaffRoles.FinanceApprover);
        foreach (var row in desk.Flagged("RUN-0003", Msp.Billing.EntityFrameworkCore.Runs.RunConcern.Blocked))
        {
            await desk.Press("all", Page + "/contracts/" + row, Page + "/contracts/" + row + "?handler=Check");
        }

        foreach (var version in Enumerable.Range(1, 12))
        {
            await desk.Press(StaffRoles.FinanceApprover, "/account", Page + "/approve", new KeyValuePair<string, string>("Shown", FormattableString.Invariant($"{version}")));
            await desk.Press(StaffRoles.FinanceApprover, "/account", Page + "?handler=Review");
            await desk.Press(StaffRoles.FinanceApprover, "/account", Page + "?handler=Post");
        }

        Assert.Contains(desk.Run("RUN-0003").Status, (RunStatus[])[RunStatus.Previewed, RunStatus.Reviewed]);
        Assert.Equal((null, 0), (desk.Run("RUN-0003").ApprovedBy, desk.Run("RUN-0003").Posted));
    }

    [Theory]
    [InlineData(StaffRoles.Finance)]
    [InlineData(StaffRoles.FinanceApprover)]
    public async Task Who_does_finance_cannot_change_plans_or_prices(string who)
    {
        await using var desk = await Desk.Open();
        var before = Plans(desk);

        var (status, _) = await desk.Press(who, "/account", "/catalog/publish", new("Input.Code", "2027"), new("Input.From", "2027-01-01"));

        Assert.Equal(403, status);
        Assert.Equal(before, Plans(desk));
        Assert.Equal(403, (await desk.Press(who, "/account", "/settings?handler=Limits")).Status);
    }

    [Theory]
    [InlineData(StaffRoles.Sales)]
    [InlineData(StaffRoles.SalesManager)]
    public async Task Who_sells_cannot_post_or_send_or_decide_and_does_not_see_runs(string who)
    {
        await using var desk = await Begun(StaffRoles.Finance);
        var contract = desk.Billed("RUN-0003", 1)[0];
        string[] actions =
        [
            "/runs/new", "/runs/limits", Page + "/approve", Page + "?handler=Post", Page + "?handler=Send", Page + "?handler=Rebuild", Page + "?handler=Cancel",
            $"{Page}/contracts/{contract}?handler=LeaveOut", $"{Page}/contracts/{contract}?handler=Credit",
        ];
        foreach (var action in actions)
        {
            Assert.Equal(403, (await desk.Press(who, "/account", action)).Status);
        }

        using var client = await site.Client(who);
        foreach (var path in (string[])["/runs", "/runs/RUN-0002", "/runs/RUN-0002?handler=Export", "/invoices", "/insights"])
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        Assert.Equal((RunStatus.Previewed, 0), (desk.Run("RUN-0003").Status, desk.Run("RUN-0003").Posted));
    }

    [Fact]
    public async Task Who_holds_a_link_sees_that_proposal_and_nothing_else()
    {
        var (mine, other) = (Offer.Send(site), Offer.Send(site));
        using var client = site.Stranger();
        var page = await client.GetStringAsync(new Uri(mine.Link, UriKind.Relative));
        Assert.Contains(mine.Number, page, StringComparison.Ordinal);
        Assert.DoesNotContain(other.Number, page, StringComparison.Ordinal);
        Assert.DoesNotContain(other.Token, page, StringComparison.Ordinal);
        string[] elsewhere = ["/", "/quotes", "/quotes/" + mine.Number, "/runs", "/invoices", "/customers", "/contracts", "/insights", "/catalog", "/settings", "/audit"];
        foreach (var path in elsewhere)
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal((path, HttpStatusCode.Redirect), (path, answer.StatusCode)); // to the sign-in
            Assert.StartsWith("/signin", answer.Headers.Location?.IsAbsoluteUri == true ? answer.Headers.Location.AbsolutePath : answer.Headers.Location?.OriginalString, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Limits_of_the_review_are_changed_by_who_approves_and_the_log_has_before_and_after()
    {
        await using var desk = await Desk.Open();
        KeyValuePair<string, string>[] form = [new("Input.Percent", "40"), new("Input.Least", "250.50"), new("Input.Days", "21")];
        Assert.Equal(403, (await desk.Press(StaffRoles.Finance, "/account", "/runs/limits", form)).Status);
        Assert.Contains("Who approves runs can change them", await desk.Read(StaffRoles.Finance, "/runs/limits"), StringComparison.Ordinal);
        Assert.Contains("Give a number of days from 1 to 3,650", (await desk.Press("all", "/runs/limits", "/runs/limits", [.. form[..2], new("Input.Days", "0")])).Text, StringComparison.Ordinal);

        Assert.Contains("The limits are saved", (await desk.Press("all", "/runs/limits", "/runs/limits", form)).Text, StringComparison.Ordinal);
        Assert.Contains("Nothing was changed", (await desk.Press("all", "/runs/limits", "/runs/limits", form)).Text, StringComparison.Ordinal);

        using var store = desk.Host.Services.GetRequiredService<DatabaseFile>().Open();
        Assert.Equal(new RunThresholds { ChangePercent = 40m, ChangeAmount = 250.50m, StaleDays = 21 }, Msp.Billing.EntityFrameworkCore.Runs.RunSettings.Of(store, 1));
        var entry = Assert.Single(new Msp.Billing.EntityFrameworkCore.Auditing.AuditLog(store, 1).Of("runs")).Entry;
        Assert.Equal((Site.EmailOf("all"), """{"changePercent":[25,40],"changeAmount":[100,250.50],"staleDays":[14,21]}"""), (entry.Author, entry.DetailJson));
    }

    private static string Plans(Desk desk)
    {
        using var store = desk.Host.Services.GetRequiredService<DatabaseFile>().Open();
        return string.Join('\n', Enum.GetValues<CatalogItemKind>().SelectMany(kind => new CatalogStore(store, 1).All(kind)));
    }

    private static async Task<Desk> Begun(string who)
    {
        var desk = await Desk.Open();
        await desk.Press(who, "/runs/new", "/runs/new", new("Input.Through", "2026-04-30"), new("Input.Issue", "2026-04-30"));
        await desk.Until("RUN-0003", run => run.Status == RunStatus.Previewed);
        return desk;
    }
}
