using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Msp.Billing.EntityFrameworkCore.Runs;
using Msp.Billing.Runs;
using Msp.Quoting.Web.Staff;
using Msp.Quoting.Web.Tests.Hosting;
using Msp.Quoting.Web.Tests.Runs;
using Npgsql;

namespace Msp.Quoting.Web.Tests.Postgres;

/// <summary>The tool's worker begins the run of a month by itself where the configuration says so, and the page of runs says when.</summary>
public sealed class MonthlyScheduleTests(Site site)
{
    private static readonly Dictionary<string, string> Schedule = new() { ["Runs:Monthly"] = "05:00", ["Runs:TimeZone"] = "Europe/Berlin" };

    [Fact]
    public async Task The_page_says_when_the_month_begins_by_itself_and_then_it_does_but_not_for_sample_data()
    {
        await using var desk = await Desk.OpenWithWorker(Schedule);
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Dublin"); // the sample company's, an hour behind Berlin

        // The last run is of March 2026, so the next look begins the one of last month.
        var look = TimeZoneInfo.ConvertTime(new DateTimeOffset(await Ask(desk, "SELECT next_fire_time FROM qrtz_triggers WHERE trigger_name = 'ensure-month'"), TimeSpan.Zero), zone);
        var month = new DateOnly(look.Year, look.Month, 1).AddDays(-1);
        var page = await desk.Read("all", "/runs");
        Assert.Contains(
            string.Create(CultureInfo.GetCultureInfo("en-US"), $"The run of {month:MMMM yyyy} begins by itself: "), page, StringComparison.Ordinal);
        Assert.Contains(", 04:00. Reviewing and approving stay with people.", page, StringComparison.Ordinal);
        desk.Speak("all", "de-DE");
        Assert.Contains("beginnt von selbst", await desk.Read("all", "/runs"), StringComparison.Ordinal);
        desk.Speak("all", "en-US");

        // A company of sample data lives in another month: nothing is said, and the look passes it by.
        await SetBehind(desk, TimeSpan.FromDays(200));
        Assert.DoesNotContain("begins by itself", await desk.Read("all", "/runs"), StringComparison.Ordinal);
        await Look(desk);
        Assert.Equal("RUN-0002", Last(desk).Number);

        await SetBehind(desk, TimeSpan.Zero);
        await Look(desk);
        await desk.Until("RUN-0003", run => run.Status == RunStatus.Previewed);
        var begun = desk.Run("RUN-0003");
        Assert.Equal("schedule", begun.CreatedBy);
        Assert.Contains("RUN-0003 must be posted or cancelled before.", await desk.Read("all", "/runs"), StringComparison.Ordinal);
        await using var browser = await desk.Browse(site);
        await browser.Go(desk.Host.Address + "runs");
        await Judging.AssertGood(browser.Page, "runs begin by themselves");
    }

    [Theory]
    [InlineData("05:00", "", "Here", "Runs:Monthly needs Runs:TimeZone")]
    [InlineData("5 am", "Europe/Berlin", "Here", "Runs:Monthly: '5 am' is no time of day. Write it such as 05:00.")]
    [InlineData("05:00", "Berlin", "Here", "Runs:TimeZone: 'Berlin' is no time zone. Write it such as Europe/Berlin.")]
    [InlineData("05:00", "Europe/Berlin", "Here", "only where the database is on a PostgreSQL server")] // it is a file
    [InlineData("never", "", "None", "only where the database is on a PostgreSQL server")]
    public async Task The_tool_does_not_start_with_a_schedule_that_cannot_be(string at, string zone, string workers, string expected)
    {
        await using var host = new WebHost { Variables = new Dictionary<string, string> { ["Runs:Monthly"] = at, ["Runs:TimeZone"] = zone, ["Runs:Workers"] = workers } };

        Assert.Contains(expected, Assert.Throws<OptionsValidationException>(host.StartServer).Message, StringComparison.Ordinal);
    }

    // Lets the schedule's time be now, and waits until the look is over.
    private static async Task Look(Desk desk)
    {
        var now = DateTimeOffset.UtcNow.UtcTicks;
        await Ask(desk, string.Create(CultureInfo.InvariantCulture, $"UPDATE qrtz_triggers SET next_fire_time = {now} WHERE trigger_name = 'ensure-month' RETURNING 1::bigint"));
        const string Over = "SELECT count(*) FROM qrtz_triggers WHERE trigger_name = 'ensure-month' AND prev_fire_time >= {0} AND NOT EXISTS (SELECT 1 FROM qrtz_fired_triggers WHERE trigger_name = 'ensure-month')";
        for (var i = 0; i < 1200 && await Ask(desk, string.Format(CultureInfo.InvariantCulture, Over, now)) == 0; i++)
        {
            await Task.Delay(50);
        }

        Assert.Equal(1, await Ask(desk, string.Format(CultureInfo.InvariantCulture, Over, now)));
    }

    private static async Task SetBehind(Desk desk, TimeSpan behind)
    {
        using var scope = desk.Host.Services.CreateScope();
        var settings = await scope.ServiceProvider.GetRequiredService<WebDb>().Settings.SingleAsync();
        settings.ClockBehindTicks = behind.Ticks;
        await scope.ServiceProvider.GetRequiredService<WebDb>().SaveChangesAsync();
    }

    private static RunSummary Last(Desk desk)
    {
        using var store = desk.Host.Services.GetRequiredService<Web.Hosting.DatabaseFile>().Open();
        return new RunBook(store, 1).All(1)[0];
    }

    private static async Task<long> Ask(Desk desk, string sql)
    {
        await using var connection = new NpgsqlConnection(desk.Host.DatabasePath);
        await connection.OpenAsync();
#pragma warning disable CA2100 // the tests' own words
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync() as long? ?? 0;
    }
}
