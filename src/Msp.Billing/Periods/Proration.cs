namespace Msp.Billing.Periods;

/// <summary>What share of a natural period is charged for the days held in it.</summary>
public static class Proration
{
    private const int DaysOfYear = 365;

    /// <summary>The weight of a run of days under a day count: its days, or its days in months of thirty.</summary>
    /// <param name="dayCount">The line's day count.</param>
    /// <param name="cadence">The line's cadence.</param>
    /// <param name="days">The days.</param>
    public static int Weight(DayCount dayCount, Cadence cadence, ServicePeriod days) =>
        dayCount == DayCount.Thirty360 && cadence.Unit == CadenceUnit.Month ? Days360(days) : days.Days;

    /// <summary>The share of the natural period's price that is charged.</summary>
    /// <param name="dayCount">The line's day count.</param>
    /// <param name="cadence">The line's cadence.</param>
    /// <param name="natural">The whole natural period.</param>
    /// <param name="heldDays">How many days of it the service was held; 0 to the days of the period.</param>
    /// <param name="heldWeight">The sum of <see cref="Weight"/> over the days held.</param>
    /// <returns>One for a whole period; zero for none; never above one.</returns>
    public static Share Of(DayCount dayCount, Cadence cadence, ServicePeriod natural, int heldDays, int heldWeight)
    {
        if (heldDays <= 0)
        {
            return Share.Zero;
        }

        if (heldDays >= natural.Days)
        {
            return Share.One;
        }

        var months = cadence.Unit == CadenceUnit.Month ? cadence.Count : 0;
        return dayCount switch
        {
            DayCount.ActualOverActual => new Share(heldDays, natural.Days),
            DayCount.ActualOver30 => months > 0 ? Capped(heldDays, 30 * months) : new Share(heldDays, natural.Days),
            DayCount.ActualOver365 => months > 0 ? Capped(heldDays * 12, DaysOfYear * months) : new Share(heldDays, natural.Days),
            DayCount.Thirty360 => months > 0 ? Capped(heldWeight, 30 * months) : new Share(heldDays, natural.Days),
            DayCount.WholePeriod => Share.One,
            DayCount.NextWholePeriod => Share.Zero,
            _ => throw new ArgumentOutOfRangeException(nameof(dayCount), dayCount, "No such day count."),
        };
    }

    private static Share Capped(int numerator, int denominator) =>
        numerator >= denominator ? Share.One : new Share(numerator, denominator);

    private static int Days360(ServicePeriod days) => Day360(days.End) - Day360(days.Start);

    private static int Day360(DateOnly day) => (day.Year * 360) + (day.Month * 30) + Math.Min(day.Day, 30);
}
