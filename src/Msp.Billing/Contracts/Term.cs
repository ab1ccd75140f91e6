using Msp.Billing.Plans;

namespace Msp.Billing.Contracts;

/// <summary>How long a contract binds, and how it goes on.</summary>
/// <remarks>
/// Every boundary is counted from the contract's start, so a contract of the 31st does not drift. A boundary is the first day of the next term, or
/// the first day after the last one. Notice counts whole days after the day on which it is given: 30 days' notice on 1 March ends a contract on
/// 1 April at the earliest, the first day that is not billed.
/// </remarks>
public sealed record Term
{
    /// <summary>Creates a term.</summary>
    /// <param name="months">The first term, in months, 1 or more; null for evergreen: it runs until notice.</param>
    /// <param name="renewalMonths">By how many months it renews by itself, 1 or more; null when it ends with its first term.</param>
    /// <param name="noticeDays">Days before a renewal, or for evergreen before the end, by which notice is given; zero for none.</param>
    /// <exception cref="ArgumentException">A figure is out of range, or a renewal has no first term.</exception>
    public Term(int? months, int? renewalMonths, int noticeDays)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(months ?? 1, 1, nameof(months));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(months ?? 1, MaxMonths, nameof(months));
        ArgumentOutOfRangeException.ThrowIfLessThan(renewalMonths ?? 1, 1, nameof(renewalMonths));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(renewalMonths ?? 1, MaxMonths, nameof(renewalMonths));
        ArgumentOutOfRangeException.ThrowIfNegative(noticeDays);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(noticeDays, MaxNoticeDays);
        if (months is null && renewalMonths is not null)
        {
            throw new ArgumentException("A contract without a first term runs until notice and does not renew; leave the renewal out.", nameof(renewalMonths));
        }

        Months = months;
        RenewalMonths = renewalMonths;
        NoticeDays = noticeDays;
    }

    private const int MaxMonths = 1_200;
    private const int MaxNoticeDays = 3_660;

    /// <summary>Runs until notice of 30 days.</summary>
    public static Term Evergreen { get; } = new(null, null, 30);

    /// <summary>The first term, in months; null for evergreen.</summary>
    public int? Months { get; }

    /// <summary>By how many months it renews by itself; null when it ends with its first term.</summary>
    public int? RenewalMonths { get; }

    /// <summary>Days before a renewal, or for evergreen before the end, by which notice is given.</summary>
    public int NoticeDays { get; }

    /// <summary>What leaving before the end of a term costs; none unless set.</summary>
    public EarlyTermination EarlyTermination { get; init; } = EarlyTermination.None;

    /// <summary>The term that a plan's commitment offers.</summary>
    public static Term Of(Commitment commitment)
    {
        ArgumentNullException.ThrowIfNull(commitment);
        return new Term(commitment.Months, commitment.RenewalMonths, commitment.NoticeDays);
    }

    /// <summary>The first day of the next term after a day: the earliest renewal or end of term later than it.</summary>
    /// <param name="start">The contract's start.</param>
    /// <param name="day">Any day.</param>
    /// <returns>Null for evergreen, after the only term, and beyond the year 9999.</returns>
    public DateOnly? BoundaryAfter(DateOnly start, DateOnly day)
    {
        if (Months is not { } first)
        {
            return null;
        }

        var months = first;
        var boundary = Later(start, months);
        while (boundary <= day)
        {
            if (RenewalMonths is not { } renewal)
            {
                return null;
            }

            months += renewal;
            boundary = Later(start, months);
        }

        return boundary;
    }

    /// <summary>The first day after the only term; null when the contract renews or is evergreen.</summary>
    public DateOnly? ExpiryOf(DateOnly start) => Months is { } months && RenewalMonths is null ? Later(start, months) : null;

    /// <summary>The last day on which notice still prevents the next renewal that can be prevented on a day or later.</summary>
    /// <param name="start">The contract's start.</param>
    /// <param name="day">Any day; itself the answer when it is a decision day.</param>
    /// <returns>Null where nothing renews: evergreen, and a single term.</returns>
    public DateOnly? DecisionDayAfter(DateOnly start, DateOnly day) =>
        RenewalMonths is not null && RenewalPreventedBy(start, day) is { } renewal ? renewal.AddDays(-NoticeDays - 1) : null;

    /// <summary>The first day that is no longer billed, at the earliest, when notice is given on a day.</summary>
    /// <param name="start">The contract's start.</param>
    /// <param name="noticeDay">The day on which notice is given.</param>
    /// <returns>
    /// Evergreen: the day after the days of notice. A single term: its end, whenever notice is given. With renewals: the first boundary that leaves
    /// the days of notice; notice that comes too late for one renewal ends the contract with the next. The year 9999's last day when there is none before it.
    /// </returns>
    public DateOnly EndAfterNotice(DateOnly start, DateOnly noticeDay) =>
        ExpiryOf(start) ?? (Months is null ? EndOfNotice(noticeDay) : RenewalPreventedBy(start, noticeDay)) ?? DateOnly.MaxValue;

    private static DateOnly? Later(DateOnly start, int months) =>
        (start.Year * 12) + start.Month - 1 + months < 10_000 * 12 ? start.AddMonths(months) : null;

    private DateOnly? EndOfNotice(DateOnly noticeDay) =>
        DateOnly.MaxValue.DayNumber - noticeDay.DayNumber > NoticeDays ? noticeDay.AddDays(NoticeDays + 1) : null;

    // Notice must leave its days before the boundary, so the boundary is later than the last day of notice.
    private DateOnly? RenewalPreventedBy(DateOnly start, DateOnly noticeDay) =>
        EndOfNotice(noticeDay) is { } end ? BoundaryAfter(start, end.AddDays(-1)) : null;
}
