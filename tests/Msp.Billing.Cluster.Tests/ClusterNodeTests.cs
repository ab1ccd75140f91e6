using System.Runtime.CompilerServices;
using Msp.Billing.EntityFrameworkCore;
using Msp.Billing.EntityFrameworkCore.Tests.Postgres;
using Msp.Billing.Runs;
using Npgsql;

namespace Msp.Billing.Cluster.Tests;

public sealed class ClusterNodeTests
{
    [Fact]
    public async Task A_worker_whose_clock_is_off_takes_no_work_until_it_is_right()
    {
        using var month = new SharedMonth();
        var clock = new ShiftedClock { Shift = TimeSpan.FromSeconds(20) };
        await using var node = await ClusterNode.Start(Settings(month.Database), clock, TestContext.Current.CancellationToken);
        month.WaitFor("the worker stands aside", () => node.State == NodeState.ClockOff);

        month.Plan();
        clock.Shift = TimeSpan.Zero;
        month.WaitFor(RunStatus.Previewed);

        month.CheckPreview();
        Assert.Equal(NodeState.Working, node.State);
        await node.Stop();
        Assert.Equal(NodeState.Stopped, node.State);
    }

    [Fact]
    public async Task The_monthly_schedule_keeps_its_time_zone_and_is_stored_once()
    {
        using var month = new SharedMonth();
        var monthly = new MonthlySchedule(new TimeOnly(5, 30), TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));
        for (var start = 0; start < 2; start++)
        {
            await using var node = await ClusterNode.Start(Settings(month.Database) with { Monthly = monthly }, TimeProvider.System, TestContext.Current.CancellationToken);
            Assert.Equal("0 30 5 * * ? Europe/Berlin", month.Text("SELECT cron_expression || ' ' || time_zone_id FROM qrtz_cron_triggers"));
        }

        Assert.Equal(1, month.Scalar("SELECT count(*) FROM qrtz_triggers"));
        using var store = BillingStorage.Open(month.Direct);
        Assert.Equal((new DateTimeOffset(month.Scalar("SELECT next_fire_time FROM qrtz_triggers"), TimeSpan.Zero), monthly.Zone), MonthlySchedule.NextLook(store));

        // A worker that says nothing of it leaves it, and one that says never takes it away.
        await using (await ClusterNode.Start(Settings(month.Database), TimeProvider.System, TestContext.Current.CancellationToken))
        {
        }

        Assert.NotNull(MonthlySchedule.NextLook(store));
        await using (await ClusterNode.Start(Settings(month.Database) with { EndsMonthly = true }, TimeProvider.System, TestContext.Current.CancellationToken))
        {
        }

        Assert.Null(MonthlySchedule.NextLook(store));
    }

    [Theory]
    [InlineData("05:00", null, "--monthly needs --time-zone")]
    [InlineData(" ", "Europe/Berlin", "--monthly needs --time-zone")]
    [InlineData("5:00", "Europe/Berlin", "--monthly: '5:00' is no time of day. Write it such as 05:00.")]
    [InlineData("24:00", "Europe/Berlin", "--monthly: '24:00' is no time of day")]
    [InlineData("05:00", "Berlin", "--time-zone: 'Berlin' is no time zone. Write it such as Europe/Berlin.")]
    public void What_is_no_schedule_is_said(string? at, string? zone, string expected)
    {
        Assert.StartsWith(expected, Assert.Throws<FormatException>(() => MonthlySchedule.Read(at, zone, "--monthly", "--time-zone")).Message, StringComparison.Ordinal);
        Assert.Null(MonthlySchedule.Read(null, "", "--monthly", "--time-zone"));
        Assert.Equal(new TimeOnly(5, 0), MonthlySchedule.Read("05:00", "Europe/Berlin", "--monthly", "--time-zone")?.At);
    }

    // The owner starts a worker once, which makes the engine's tables; from then on the rights of who bills are enough.
    [Fact]
    public async Task A_worker_needs_only_the_rights_of_who_bills()
    {
        using var month = new SharedMonth();
        await using (await ClusterNode.Start(Settings(month.Database), TimeProvider.System, TestContext.Current.CancellationToken))
        {
        }

        var user = "app_" + new NpgsqlConnectionStringBuilder(month.Direct).Database;
        month.Scalar(await File.ReadAllTextAsync(Path.Combine(Here(), "../../docs/postgresql-roles.sql"), TestContext.Current.CancellationToken));
        month.Scalar($"CREATE ROLE {user} LOGIN IN ROLE msp_app");
        try
        {
            await using (await ClusterNode.Start(
                Settings(new NpgsqlConnectionStringBuilder(month.Database) { Username = user, Pooling = false }.ConnectionString), TimeProvider.System, TestContext.Current.CancellationToken))
            {
                month.Plan();
                month.WaitFor(RunStatus.Previewed);
                month.CheckPreview();
            }
        }
        finally
        {
            month.Scalar($"DROP OWNED BY {user}; DROP ROLE {user}; DROP OWNED BY msp_app");
        }
    }

    [Fact]
    public async Task A_file_needs_no_worker()
    {
        var refused = await Assert.ThrowsAsync<ArgumentException>(() => ClusterNode.Start(new ClusterSettings("billing.db"), TimeProvider.System, TestContext.Current.CancellationToken));
        Assert.Contains("is a file", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_said_in_a_users_words()
    {
        _ = PostgresServer.Shared;
        await Assert.ThrowsAsync<StorageException>(() => ClusterNode.Start(Settings(PostgresServer.Shared.NoDatabase()), TimeProvider.System, TestContext.Current.CancellationToken));
    }

    // What was to be fired while nobody ran is fired once, and the run of the month is there once.
    [Fact]
    public async Task A_day_that_was_missed_while_nobody_ran_is_caught_up_once()
    {
        using var month = new SharedMonth();
        var settings = Settings(month.Database) with { Monthly = new MonthlySchedule(new TimeOnly(5, 30), TimeZoneInfo.Utc) };
        await using (await ClusterNode.Start(settings, TimeProvider.System, TestContext.Current.CancellationToken))
        {
        }

        Assert.Equal(0, month.Scalar("SELECT count(*) FROM invoice_run"));
        month.Scalar("UPDATE qrtz_triggers SET next_fire_time = start_time");
        await using var one = await ClusterNode.Start(settings, TimeProvider.System, TestContext.Current.CancellationToken);
        await using var other = await ClusterNode.Start(settings, TimeProvider.System, TestContext.Current.CancellationToken);
        month.WaitFor(RunStatus.Previewed);
        Assert.Equal(1, month.Scalar("SELECT count(*) FROM invoice_run"));
        Assert.Equal(1, month.Scalar("SELECT count(*) FROM audit_entry WHERE action = 'run-previewed'"));
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path) ?? "";

    private static ClusterSettings Settings(string database) =>
        new(database) { Slots = 1, CheckIn = TimeSpan.FromSeconds(1), Patience = TimeSpan.FromSeconds(2), Look = TimeSpan.FromMilliseconds(300) };

    private sealed class ShiftedClock : TimeProvider
    {
        public TimeSpan Shift { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Shift;
    }
}
