using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Msp.Billing.Cluster.Tests;
using Msp.Billing.EntityFrameworkCore.Runs;
using Msp.Billing.EntityFrameworkCore.Sharing;
using Msp.Billing.Runs;
using Msp.Quoting.Web.Hosting;
using Msp.Quoting.Web.Staff;
using Msp.Quoting.Web.Tests.Hosting;
using Msp.Quoting.Web.Tests.Runs;

namespace Msp.Quoting.Web.Tests.Postgres;

/// <summary>On a server the pages leave previews and postings to workers, of which one is in the tool, and show, pause and resume what they do.</summary>
public sealed partial class SharedRunPageTests(Site site)
{
    private const string Run = "RUN-0003";
    private const string Page = "/runs/" + Run;

    [Fact]
    public async Task A_month_is_previewed_paused_resumed_approved_and_posted_by_a_worker_and_the_pages_show_it()
    {
        using var collector = new Collector();
        await using var desk = await Desk.OpenWithWorker(collector.Variables);

        // The worker stands in its first chunk of ten contracts, so nothing ends before it was looked at.
        using (Blocker.OfChunks(desk.Host.DatabasePath))
        {
            await desk.Press(StaffRoles.Finance, "/runs/new", "/runs/new", new("Input.Through", "2026-04-30"), new("Input.Issue", "2026-04-30"));
            await Until(desk, progress => progress.ChunksTaken == 1);
            var building = await desk.Read(StaffRoles.Finance, Page);
            Assert.Contains("Building the preview of April 2026", building, StringComparison.Ordinal);
            Assert.Contains($"0 of {Shared(desk).Chunks}", building, StringComparison.Ordinal);
            Assert.Contains("1 worker", building, StringComparison.Ordinal);
            Assert.Contains("A run is being worked on right now", await desk.Read(StaffRoles.Finance, "/runs"), StringComparison.Ordinal);
            await desk.Press(StaffRoles.Finance, Page, Page + "?handler=Stop");
        }

        await Until(desk, progress => progress is { ChunksTaken: 0, ChunksDone: 1, IsPaused: true });
        var paused = await desk.Read(StaffRoles.Finance, Page);
        Assert.Contains("The preview is paused", paused, StringComparison.Ordinal);
        Assert.Contains($"1 of {Shared(desk).Chunks}", paused, StringComparison.Ordinal);
        await LookAt(desk, Page, "paused");

        await desk.Press(StaffRoles.Finance, Page, Page + "?handler=GoOn");
        await desk.Until(Run, run => run.Status == RunStatus.Previewed);
        foreach (var row in desk.Flagged(Run, RunConcern.Blocked))
        {
            await desk.Press("all", Page + "/contracts/" + row, Page + "/contracts/" + row + "?handler=Check");
        }

        var shown = Shown().Match(await desk.Read("all", Page + "/approve")).Groups[1].Value;
        await desk.Press("all", Page + "/approve", Page + "/approve", new KeyValuePair<string, string>("Shown", shown));
        await desk.Press("all", Page, Page + "?handler=Post");
        await desk.Until(Run, run => run.Status == RunStatus.Posted);

        var posted = desk.Run(Run);
        Assert.Equal(posted.Documents, posted.Posted);
        Assert.Equal("all@northwind.example", Shared(desk).PostingBy);
        Assert.NotNull(Shared(desk).Poster);
        Assert.Empty(desk.Faults());
        await Until(desk, _ => collector.Has("traces", "billing.posting", "msp-web", Run) && collector.Has("metrics", "msp.billing.documents", "msp-web"));
        var done = await desk.Read("all", Page);
        Assert.Contains("Went on after a pause", done, StringComparison.Ordinal);
        Assert.Contains("Does it tie?", done, StringComparison.Ordinal);
    }

    private static SharedRunProgress Shared(Desk desk)
    {
        using var store = desk.Host.Services.GetRequiredService<DatabaseFile>().Open();
        return new SharedRuns(store, TimeProvider.System).Progress("northwind") ?? throw new InvalidOperationException("Nobody shares the run.");
    }

    private static async Task Until(Desk desk, Func<SharedRunProgress, bool> reached)
    {
        for (var i = 0; i < 600 && !reached(Shared(desk)); i++)
        {
            await Task.Delay(50);
        }

        Assert.True(reached(Shared(desk)), $"{Shared(desk)} after half a minute.");
    }

    private async Task LookAt(Desk desk, string path, string name)
    {
        await using var browser = await desk.Browse(site);
        await browser.Go(desk.Host.Address + path[1..]);
        await Judging.AssertGood(browser.Page, name);
    }

    [GeneratedRegex("name=\"Shown\"[^>]*value=\"(\\d+)\"")]
    private static partial Regex Shown();
}
