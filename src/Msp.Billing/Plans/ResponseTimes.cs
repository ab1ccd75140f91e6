using System.Globalization;

namespace Msp.Billing.Plans;

/// <summary>How soon somebody starts to work on a fault, by severity, counted in the hours of cover from when it was reported.</summary>
/// <remarks>Whole minutes; a graver fault is never answered later than a lesser one.</remarks>
public sealed record ResponseTimes
{
    /// <summary>Creates response times.</summary>
    /// <param name="critical">For a critical fault; above zero.</param>
    /// <param name="high">For a high one; not sooner than critical.</param>
    /// <param name="normal">For a normal one; not sooner than high.</param>
    /// <param name="low">For a low one; not sooner than normal.</param>
    /// <exception cref="ArgumentException">A time is not above zero or not in whole minutes, or a graver fault would wait longer than a lesser one.</exception>
    public ResponseTimes(TimeSpan critical, TimeSpan high, TimeSpan normal, TimeSpan low)
    {
        Critical = Checked(critical, Severity.Critical);
        High = NotSooner(high, Severity.High, critical, Severity.Critical);
        Normal = NotSooner(normal, Severity.Normal, high, Severity.High);
        Low = NotSooner(low, Severity.Low, normal, Severity.Normal);
    }

    /// <summary>For a critical fault.</summary>
    public TimeSpan Critical { get; }

    /// <summary>For a high one.</summary>
    public TimeSpan High { get; }

    /// <summary>For a normal one.</summary>
    public TimeSpan Normal { get; }

    /// <summary>For a low one.</summary>
    public TimeSpan Low { get; }

    /// <summary>Response times in minutes, as they stand in most price lists.</summary>
    /// <exception cref="ArgumentException">A time is not above zero, or a graver fault would wait longer than a lesser one.</exception>
    public static ResponseTimes InMinutes(int critical, int high, int normal, int low) =>
        new(TimeSpan.FromMinutes(critical), TimeSpan.FromMinutes(high), TimeSpan.FromMinutes(normal), TimeSpan.FromMinutes(low));

    /// <summary>The time for a severity.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such severity.</exception>
    public TimeSpan For(Severity severity) => severity switch
    {
        Severity.Critical => Critical,
        Severity.High => High,
        Severity.Normal => Normal,
        Severity.Low => Low,
        _ => throw new ArgumentOutOfRangeException(nameof(severity), severity, "No such severity."),
    };

    /// <summary>All four, in no culture: <c>Critical 15 min, High 60 min, Normal 240 min, Low 1440 min</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"Critical {Critical.TotalMinutes} min, High {High.TotalMinutes} min, Normal {Normal.TotalMinutes} min, Low {Low.TotalMinutes} min");

    private static TimeSpan NotSooner(TimeSpan time, Severity severity, TimeSpan graver, Severity than) => Checked(time, severity) >= graver
        ? time
        : throw new ArgumentException(string.Create(
            CultureInfo.InvariantCulture,
            $"A fault of severity {severity} would be answered within {time.TotalMinutes} minutes, before one of severity {than} within {graver.TotalMinutes}."));

    private static TimeSpan Checked(TimeSpan time, Severity severity) => time > TimeSpan.Zero && time.Ticks % TimeSpan.TicksPerMinute == 0
        ? time
        : throw new ArgumentException(string.Create(
            CultureInfo.InvariantCulture, $"The response time for severity {severity} is {time}; it must be a whole number of minutes above zero."));
}
