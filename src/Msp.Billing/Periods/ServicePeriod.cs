using System.Globalization;

namespace Msp.Billing.Periods;

/// <summary>A run of whole calendar days that a charge pays for.</summary>
/// <remarks>
/// <para>Half-open: the first day is billed, the end day is not. Two periods that meet on 1 March share no day,
/// so twelve months always add up to the year. Documents print the last billed day instead ("1–31 March").</para>
/// <para>Equality compares both dates. There is no order: overlapping periods have no useful one.</para>
/// <para><c>default</c> is an empty period and bills nothing.</para>
/// </remarks>
public readonly record struct ServicePeriod
{
    /// <summary>Creates a period.</summary>
    /// <param name="start">The first day that is billed.</param>
    /// <param name="end">The first day that is no longer billed; equal to <paramref name="start"/> for an empty period.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="end"/> is before <paramref name="start"/>.</exception>
    public ServicePeriod(DateOnly start, DateOnly end)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(end, start);
        Start = start;
        End = end;
    }

    /// <summary>The first day that is billed.</summary>
    public DateOnly Start { get; }

    /// <summary>The first day that is no longer billed.</summary>
    public DateOnly End { get; }

    /// <summary>How many days are billed; zero for an empty period, never negative.</summary>
    public int Days => End.DayNumber - Start.DayNumber;

    /// <summary>Whether no day is billed.</summary>
    public bool IsEmpty => Start == End;

    /// <summary>The last day that is billed, as documents print it.</summary>
    /// <exception cref="InvalidOperationException">The period is empty and has no last day.</exception>
    public DateOnly LastDay => IsEmpty ? throw new InvalidOperationException("An empty period has no last day.") : End.AddDays(-1);

    /// <summary>Whether the day is billed; the end day is not.</summary>
    public bool Contains(DateOnly day) => day >= Start && day < End;

    /// <summary>Whether both periods bill at least one common day.</summary>
    public bool Overlaps(ServicePeriod other) => Start < other.End && other.Start < End && !IsEmpty && !other.IsEmpty;

    /// <summary>The days that both periods bill; empty, and starting at the later start, when they share none.</summary>
    public ServicePeriod Intersect(ServicePeriod other)
    {
        var start = Start > other.Start ? Start : other.Start;
        var end = End < other.End ? End : other.End;
        return new ServicePeriod(start, end < start ? start : end);
    }

    /// <summary>Both bounds as ISO dates with the end excluded, in no culture: <c>[2026-03-01, 2026-04-01)</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"[{Start:yyyy-MM-dd}, {End:yyyy-MM-dd})");
}
