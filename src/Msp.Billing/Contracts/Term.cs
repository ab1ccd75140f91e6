namespace Msp.Billing.Contracts;

/// <summary>How long a contract binds, and how it goes on.</summary>
/// <remarks>Renewal days are counted from the contract's start, so a contract of the 31st does not drift.</remarks>
/// <param name="Months">The first term, in months; null for evergreen: it runs until notice.</param>
/// <param name="RenewalMonths">By how many months it renews by itself; null when it ends with its first term.</param>
/// <param name="NoticeDays">Days before a renewal, or for evergreen before the end, by which notice is given; zero for none.</param>
public sealed record Term(int? Months, int? RenewalMonths, int NoticeDays)
{
    /// <summary>Runs until notice.</summary>
    public static Term Evergreen { get; } = new(null, null, 30);

    /// <summary>What leaving before the end of a term costs; none unless set.</summary>
    public EarlyTermination EarlyTermination { get; init; } = EarlyTermination.None;

    /// <summary>The first day of the next term after a day: the earliest renewal or end of term later than it.</summary>
    /// <param name="start">The contract's start.</param>
    /// <param name="day">Any day.</param>
    /// <returns>Null for evergreen, and after the only term.</returns>
    public DateOnly? BoundaryAfter(DateOnly start, DateOnly day)
    {
        if (Months is not { } first)
        {
            return null;
        }

        var months = first;
        while (start.AddMonths(months) <= day)
        {
            if (RenewalMonths is not { } renewal)
            {
                return null;
            }

            months += renewal;
        }

        return start.AddMonths(months);
    }

    /// <summary>The first day after the only term; null when the contract renews or is evergreen.</summary>
    public DateOnly? ExpiryOf(DateOnly start) => Months is { } months && RenewalMonths is null ? start.AddMonths(months) : null;

    /// <summary>The last day on which notice still prevents the next renewal after a day; null where there is none.</summary>
    public DateOnly? DecisionDayAfter(DateOnly start, DateOnly day)
    {
        var boundary = BoundaryAfter(start, day);
        while (boundary is { } renewal && renewal.AddDays(-NoticeDays - 1) < day)
        {
            boundary = BoundaryAfter(start, renewal);
        }

        return boundary?.AddDays(-NoticeDays - 1);
    }
}
