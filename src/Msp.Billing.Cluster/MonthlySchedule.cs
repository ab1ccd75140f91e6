using System.Globalization;

namespace Msp.Billing.Cluster;

/// <summary>A time of every day at which the run of the last month is begun where a seller has none yet. A day that is missed costs a day, not a month.</summary>
/// <param name="At">The time of the day, to the minute.</param>
/// <param name="Zone">In this time zone. The month is each seller's own, in its own zone.</param>
public sealed record MonthlySchedule(TimeOnly At, TimeZoneInfo Zone)
{
    internal string Cron => string.Create(CultureInfo.InvariantCulture, $"0 {At.Minute} {At.Hour} * * ?");
}
