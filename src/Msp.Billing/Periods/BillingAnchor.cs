using System.Globalization;

namespace Msp.Billing.Periods;

/// <summary>The day that periods are counted from.</summary>
/// <remarks>
/// <para>Every boundary is counted from the anchor itself, never from the boundary before it. Counting on from the
/// last result drifts: 31 January, 28 February, 28 March. Counting from the anchor gives 31 March.</para>
/// <para>The day of the month is kept apart from the month it starts in, so an anchor on the 31st that starts in February
/// still bills from the 31st of March. Days that a month does not have are its last day.</para>
/// <para>Equality compares both. <c>default</c> has no day of the month and is refused wherever periods are counted from it.</para>
/// </remarks>
public readonly record struct BillingAnchor
{
    private BillingAnchor(DateOnly month, int dayOfMonth)
    {
        FirstDay = month;
        DayOfMonth = dayOfMonth;
    }

    /// <summary>The boundary number zero, or for a day that its month does not have, the last day of that month.</summary>
    public DateOnly FirstDay { get; }

    /// <summary>1 to 31; 31 is the month's end.</summary>
    public int DayOfMonth { get; }

    /// <summary>Counts from a contract's first day: the 15th, if it starts on the 15th.</summary>
    public static BillingAnchor OnStart(DateOnly start) => new(start, start.Day);

    /// <summary>Counts from a common billing day, in the month in which the service starts or, for quarters and years, in the anchor month given.</summary>
    /// <param name="dayOfMonth">1 to 31; 31 means the month's end.</param>
    /// <param name="start">The service's first day; gives the year, and the month where none is given.</param>
    /// <param name="month">The anchor month for cadences of several months, 1 to 12: 1 makes quarters of January, April, July and October.</param>
    /// <exception cref="ArgumentOutOfRangeException">The day or the month is out of range.</exception>
    public static BillingAnchor OnDay(int dayOfMonth, DateOnly start, int? month = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dayOfMonth, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dayOfMonth, 31);
        if (month is < 1 or > 12)
        {
            throw new ArgumentOutOfRangeException(nameof(month), month, "An anchor month is 1 to 12.");
        }

        var year = start.Year;
        var anchorMonth = month ?? start.Month;
        return new BillingAnchor(Clamped((year * 12) + anchorMonth - 1, dayOfMonth), dayOfMonth);
    }

    /// <summary>The boundary with this number: the first day of period <paramref name="index"/>.</summary>
    /// <param name="cadence">How far apart the boundaries are.</param>
    /// <param name="index">Any whole number; negative before the anchor.</param>
    /// <exception cref="ArgumentOutOfRangeException">The boundary would be before year 1 or after year 9999.</exception>
    public DateOnly Boundary(Cadence cadence, int index) => cadence.Unit switch
    {
        CadenceUnit.Month => Clamped((FirstDay.Year * 12) + FirstDay.Month - 1 + (index * cadence.Count), DayOfMonth),
        CadenceUnit.Week => FirstDay.AddDays(index * cadence.Count * 7),
        CadenceUnit.Day => FirstDay.AddDays(index * cadence.Count),
        _ => throw new ArgumentOutOfRangeException(nameof(cadence), cadence, "A cadence is needed, such as Cadence.Monthly."),
    };

    /// <summary>The whole natural period with this number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It would begin before year 1 or end after year 9999.</exception>
    public ServicePeriod Period(Cadence cadence, int index) => new(Boundary(cadence, index), Boundary(cadence, index + 1));

    /// <summary>The number of the natural period that holds the day.</summary>
    public int IndexOf(Cadence cadence, DateOnly day) => IndexOf(cadence, day, out _);

    /// <summary>The number of the natural period that holds the day, and its first day.</summary>
    internal int IndexOf(Cadence cadence, DateOnly day, out DateOnly start)
    {
        var guess = cadence.Unit switch
        {
            CadenceUnit.Month => FloorDivide(((day.Year - FirstDay.Year) * 12) + day.Month - FirstDay.Month, cadence.Count),
            CadenceUnit.Week => FloorDivide(day.DayNumber - FirstDay.DayNumber, cadence.Count * 7),
            CadenceUnit.Day => FloorDivide(day.DayNumber - FirstDay.DayNumber, cadence.Count),
            _ => throw new ArgumentOutOfRangeException(nameof(cadence), cadence, "A cadence is needed, such as Cadence.Monthly."),
        };

        start = Boundary(cadence, guess);
        if (start <= day)
        {
            return guess;
        }

        start = Boundary(cadence, --guess);
        return guess;
    }

    /// <summary>The first day and the day of the month, in no culture.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{FirstDay:yyyy-MM-dd} on day {DayOfMonth}");

    private static DateOnly Clamped(int monthNumber, int dayOfMonth)
    {
        var (year, month) = Math.DivRem(monthNumber, 12);
        if (year is < 1 or > 9999)
        {
            throw new ArgumentOutOfRangeException(nameof(monthNumber), "Periods are counted between year 1 and year 9999.");
        }

        return new DateOnly(year, month + 1, dayOfMonth <= 28 ? dayOfMonth : Math.Min(dayOfMonth, DateTime.DaysInMonth(year, month + 1)));
    }

    private static int FloorDivide(int value, int divisor) =>
        value >= 0 ? value / divisor : -((-value + divisor - 1) / divisor);
}
