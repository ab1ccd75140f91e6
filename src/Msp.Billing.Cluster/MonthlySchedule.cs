using System.Globalization;
using Msp.Billing.EntityFrameworkCore;

namespace Msp.Billing.Cluster;

/// <summary>A time of every day at which the run of the last month is begun where a seller has none yet. A day that is missed costs a day, not a month.</summary>
/// <param name="At">The time of the day, to the minute.</param>
/// <param name="Zone">In this time zone. The month is each seller's own, in its own zone.</param>
public sealed record MonthlySchedule(TimeOnly At, TimeZoneInfo Zone)
{
    /// <summary>What is said instead of a time to take a stored schedule away; see <see cref="ClusterSettings.EndsMonthly"/>.</summary>
    public const string Never = "never";

    internal string Cron => string.Create(CultureInfo.InvariantCulture, $"0 {At.Minute} {At.Hour} * * ?");

    /// <summary>Reads what somebody wrote.</summary>
    /// <param name="at">The time of the day, such as 05:00; null or blank for no schedule.</param>
    /// <param name="zone">The time zone, such as Europe/Berlin; null or blank for no schedule.</param>
    /// <param name="atName">What messages call the first.</param>
    /// <param name="zoneName">What messages call the second.</param>
    /// <returns>The schedule; null where neither is given.</returns>
    /// <exception cref="FormatException">Only one is given, or one is no such thing.</exception>
    public static MonthlySchedule? Read(string? at, string? zone, string atName, string zoneName)
    {
        if (string.IsNullOrWhiteSpace(at) && string.IsNullOrWhiteSpace(zone))
        {
            return null;
        }

        if (string.IsNullOrWhiteSpace(at) || string.IsNullOrWhiteSpace(zone))
        {
            throw new FormatException($"{atName} needs {zoneName}, and the other way round: 05:00 is another instant in every zone.");
        }

        if (!TimeOnly.TryParseExact(at, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            throw new FormatException($"{atName}: '{at}' is no time of day. Write it such as 05:00.");
        }

        return TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found)
            ? new MonthlySchedule(time, found)
            : throw new FormatException($"{zoneName}: '{zone}' is no time zone. Write it such as Europe/Berlin.");
    }

    /// <summary>When the workers of a server look next whether a month is to begin, and in which time zone they look every day; null where no schedule is stored.</summary>
    /// <remarks>It is whatever schedule a worker was started with last, in this program or another. While no worker runs, the instant stays in the past.</remarks>
    /// <param name="store">The open database, on a server.</param>
    public static (DateTimeOffset Next, TimeZoneInfo Zone)? NextLook(BillingStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        if (store.Scalar("SELECT count(to_regclass('qrtz_cron_triggers'))") == 0)
        {
            return null;
        }

        using var row = store.Prepare(
            """
            SELECT t.next_fire_time, c.time_zone_id FROM qrtz_triggers AS t
              JOIN qrtz_cron_triggers AS c ON c.sched_name = t.sched_name AND c.trigger_name = t.trigger_name AND c.trigger_group = t.trigger_group
             WHERE t.sched_name = ?1 AND t.trigger_name = ?2 AND t.trigger_group = ?3 AND t.next_fire_time IS NOT NULL
            """);
        return row.Bind(1, ClusterNode.SchedulerName).Bind(2, MonthJob.Key.Name).Bind(3, MonthJob.Key.Group).Step() && TimeZoneInfo.TryFindSystemTimeZoneById(row.Text(1), out var zone)
            ? (row.Instant(0), zone)
            : null;
    }
}
