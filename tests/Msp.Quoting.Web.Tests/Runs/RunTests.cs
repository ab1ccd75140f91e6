using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Msp.Billing.EntityFrameworkCore.Runs;
using Msp.Billing.Runs;
using Msp.Quoting.Web.Hosting;
using Msp.Quoting.Web.Staff;
using Msp.Quoting.Web.Tests.Hosting;

namespace Msp.Quoting.Web.Tests.Runs;

/// <summary>The month of finance, from the preview to the last document, each on a database of its own.</summary>
public sealed partial class RunTests(Site site)
{
    private const string Page = "/runs/RUN-0003";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_month_is_previewed_reviewed_approved_by_another_person_and_posted_and_a_second_run_bills_nothing(bool onServer)
    {
        await using var desk = await Desk.OpenOn(onServer);
        var all = StaffRoles.FinanceApprover;
        await desk.Press(all, "/runs/new", "/runs/new", new("Input.Through", "2026-04-30"), new("Input.Issue", "2026-04-30"));
        await desk.Until("RUN-0003", run => run.Status == RunStatus.Previewed);

        var review = await desk.Read(all, Page);
        Assert.Contains("April 2026", review, StringComparison.Ordinal);
        Assert.Contains("A second person has to approve: you built this preview", review, StringComparison.Ordinal);
        Assert.DoesNotContain("Check and approve", review, StringComparison.Ordinal);

        // The sample's April has new contracts beside old ones of the same plan: each is looked at by the second person.
        foreach (var row in desk.Flagged("RUN-0003", RunConcern.Blocked))
        {
            await desk.Press("all", Page + "/contracts/" + row, Page + "/contracts/" + row + "?handler=Check");
        }

        var own = await desk.Press(all, Page + "/approve", Page + "/approve", new KeyValuePair<string, string>("Shown", "0"));
        Assert.NotEqual(RunStatus.Approved, desk.Run("RUN-0003").Status);
        Assert.True(own.Status is 400 or 200);

        var shown = Shown().Match(await desk.Read("all", Page + "/approve")).Groups[1].Value;
        var stale = await desk.Press("all", Page + "/approve", Page + "/approve", new KeyValuePair<string, string>("Shown", "1"));
        Assert.Contains("built again since you opened this page", stale.Text, StringComparison.Ordinal);
        await desk.Press("all", Page + "/approve", Page + "/approve", new KeyValuePair<string, string>("Shown", shown));
        Assert.Equal(RunStatus.Approved, desk.Run("RUN-0003").Status);
        Assert.False(desk.Run("RUN-0003").ApprovedByCreator);

        await desk.Press("all", Page, Page + "?handler=Post");
        await desk.Press("all", "/account", Page + "?handler=Post");
        await desk.Until("RUN-0003", run => run.Status == RunStatus.Posted);
        var posted = desk.Run("RUN-0003");
        Assert.Equal(posted.Documents, posted.Posted);
        Assert.Empty(desk.Faults());

        using var store = desk.Host.Services.GetRequiredService<DatabaseFile>().Open();
        var again = new RunEngine(store, desk.Host.Clock).Preview(DemoSeller(store), posted.Through, posted.IssueDay, "test");
        Assert.Equal(0, again.Documents);
    }

    [Fact]
    public async Task Who_sells_cannot_begin_post_or_cancel_and_who_audits_only_reads()
    {
        await using var desk = await Desk.Open();
        await desk.Press("all", "/runs/new", "/runs/new", new("Input.Through", "2026-04-30"), new("Input.Issue", "2026-04-30"));
        await desk.Until("RUN-0003", run => run.Status == RunStatus.Previewed);
        foreach (var handler in (string[])["Rebuild", "Review", "Cancel", "Post", "Stop", "GoOn"])
        {
            Assert.Equal(403, (await desk.Press(StaffRoles.Sales, "/account", Page + "?handler=" + handler)).Status);
            Assert.Equal(403, (await desk.Press(StaffRoles.Auditor, "/account", Page + "?handler=" + handler)).Status);
        }

        Assert.Equal(403, (await desk.Press(StaffRoles.Finance, "/account", Page + "/approve")).Status);
        Assert.Equal(403, (await desk.Press(StaffRoles.Finance, "/account", Page + "?handler=Post")).Status);
        Assert.Equal(RunStatus.Previewed, desk.Run("RUN-0003").Status);

        var second = await desk.Press("all", "/account", "/runs/new", new("Input.Through", "2026-05-31"), new("Input.Issue", "2026-05-31"));
        Assert.Contains("One run is made at a time", second.Text, StringComparison.Ordinal);
        await desk.Press("all", Page, Page + "?handler=Cancel");
        Assert.Equal(RunStatus.Cancelled, desk.Run("RUN-0003").Status);
    }

    [Fact]
    public async Task Posting_that_a_stopped_host_cut_off_goes_on_in_the_next_one_and_nothing_is_posted_twice()
    {
        var folder = Directory.CreateTempSubdirectory("msp-runs-").FullName;
        try
        {
            int first;
            await using (var desk = await Desk.Open(folder, chunk: 1))
            {
                await desk.Press(StaffRoles.Finance, "/runs/new", "/runs/new", new("Input.Through", "2026-04-30"), new("Input.Issue", "2026-04-30"));
                await desk.Until("RUN-0003", run => run.Status == RunStatus.Previewed);
                foreach (var row in desk.Flagged("RUN-0003", RunConcern.Blocked))
                {
                    await desk.Press("all", Page + "/contracts/" + row, Page + "/contracts/" + row + "?handler=Check");
                }

                var shown = Shown().Match(await desk.Read("all", Page + "/approve")).Groups[1].Value;
                await desk.Press("all", Page + "/approve", Page + "/approve", new KeyValuePair<string, string>("Shown", shown));
                // Posting reads the clock in each chunk, which is one document here; once more than five are posted, the host is stopped.
                var worker = desk.Host.Services.GetServices<IHostedService>().OfType<Web.Runs.RunWorker>().Single();
                var stopping = new TaskCompletionSource<Task>();
                desk.Host.Clock.Read = () =>
                {
                    if (desk.Run("RUN-0003").Posted > 5)
                    {
                        desk.Host.Clock.Read = null;
                        stopping.TrySetResult(worker.StopAsync(CancellationToken.None));
                    }
                };
                await desk.Press("all", "/account", Page + "?handler=Post");
                await await stopping.Task.WaitAsync(TimeSpan.FromSeconds(30));
                var cut = desk.Run("RUN-0003");
                first = cut.Posted;
                Assert.Equal(RunStatus.Posting, cut.Status);
                Assert.InRange(first, 1, cut.Documents - 1);
            }

            await using var next = await Desk.Open(folder, isFilled: true);
            var page = await next.Read("all", Page);
            Assert.Contains("Posting was interrupted", page, StringComparison.Ordinal);
            Assert.Contains($"{first} of {next.Run("RUN-0003").Documents}", page, StringComparison.Ordinal);
            await next.Press("all", Page, Page + "?handler=Post");
            await next.Until("RUN-0003", run => run.Status == RunStatus.Posted);
            Assert.Equal(next.Run("RUN-0003").Documents, next.Run("RUN-0003").Posted);
            Assert.Empty(next.Faults());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task The_bridge_sums_to_the_difference_and_each_cause_opens_the_contracts_that_it_moved()
    {
        using var store = site.Host.Services.GetRequiredService<DatabaseFile>().Open();
        var book = new RunBook(store, 1);
        Assert.True(book.Agrees("RUN-0002"));
        var run = book.Find("RUN-0002") ?? throw new InvalidOperationException("March is not there.");
        var kept = book.Count("RUN-0002", new RunItemFilter());
        Assert.Equal(kept, book.Needs("RUN-0002").Values.Sum());
        using var client = await site.Client(StaffRoles.Auditor);
        foreach (var total in run.Totals)
        {
            foreach (var (cause, count) in book.Moved("RUN-0002", total.Currency))
            {
                var filter = new RunItemFilter { Cause = cause, Currency = total.Currency, Take = 1000 };
                Assert.Equal(count, book.Count("RUN-0002", filter));
                Assert.Equal(total.Variance[cause], book.Items("RUN-0002", filter).Sum(row => row.Item.Variance[cause]));
            }
        }

        var cause1 = await client.GetStringAsync(new Uri("/runs/RUN-0002?cause=Quantity", UriKind.Relative));
        Assert.Contains("Users and devices", cause1, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_in_review_is_accessible_in_every_look_and_its_progress_needs_no_scripts()
    {
        Site.NeedsBrowser();
        await using var desk = await Desk.Open();
        await desk.Press(StaffRoles.Finance, "/runs/new", "/runs/new", new("Input.Through", "2026-04-30"), new("Input.Issue", "2026-04-30"));
        await desk.Until("RUN-0003", run => run.Status == RunStatus.Previewed);
        await using var browser = await site.Open(signedIn: false);
        await browser.Go(desk.Host.Address + "signin");
        await browser.Page.FillAsync("#Input_Email", Site.EmailOf("all"));
        await browser.Page.FillAsync("#Input_Password", Site.Password);
        await browser.Page.ClickAsync("form button");
        await browser.Page.WaitForURLAsync(url => !url.Contains("/signin", StringComparison.Ordinal));
        foreach (var path in (string[])["runs/RUN-0003", "runs/RUN-0003/approve", "runs/RUN-0003/contracts/C-2001"])
        {
            await browser.Go(desk.Host.Address + path);
            await Judging.AssertGood(browser.Page, path);
        }
    }

    private static string DemoSeller(Msp.Billing.EntityFrameworkCore.BillingStore store) =>
        new Msp.Billing.EntityFrameworkCore.Contracts.SellerBook(store).All().Single().Seller.Code;

    [GeneratedRegex("name=\"Shown\"[^>]*value=\"(\\d+)\"")]
    private static partial Regex Shown();
}
