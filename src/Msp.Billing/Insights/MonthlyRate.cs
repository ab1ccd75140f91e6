using Msp.Billing.Periods;

namespace Msp.Billing.Insights;

/// <summary>What share of a natural period's price belongs to one month: exact, never a rounded factor.</summary>
/// <remarks>
/// A cadence of N months: 1/N. A cadence of weeks or days: a year has 365 days, leap years too, and a month is a twelfth of it, so N days give
/// 365/(12 × N): 10.00 a week are 10.00 × 365/84 = 43.45 a month. No month's own length enters, so the figure does not move with the calendar.
/// </remarks>
public static class MonthlyRate
{
    private const int DaysInYear = 365;
    private const int MonthsInYear = 12;
    private const int DaysInWeek = 7;

    /// <summary>The share as a fraction.</summary>
    /// <param name="cadence">How often the charge recurs.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is no cadence.</exception>
    public static (int Numerator, int Denominator) Of(Cadence cadence) => cadence.Unit switch
    {
        CadenceUnit.Month => (1, cadence.Count),
        CadenceUnit.Week => (DaysInYear, MonthsInYear * DaysInWeek * cadence.Count),
        CadenceUnit.Day => (DaysInYear, MonthsInYear * cadence.Count),
        _ => throw new ArgumentOutOfRangeException(nameof(cadence), cadence, "A charge that recurs needs a cadence, such as monthly."),
    };
}
