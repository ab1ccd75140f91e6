using System.Globalization;
using Msp.Billing.Amounts;

namespace Msp.Billing.Ledger;

/// <summary>Decides who is reminded. A pure function of dates: asking twice on one day gives the same answer, and nothing once it is done.</summary>
public static class Dunning
{
    private const int DaysOfYear = 365;

    /// <summary>The next reminder of an invoice on a day; null when none is due.</summary>
    /// <param name="policy">The seller's policy.</param>
    /// <param name="item">The open invoice.</param>
    /// <param name="last">The reminder that was sent last; null for none.</param>
    /// <param name="pausedThrough">No reminder on or before this day; null when the customer is not paused.</param>
    /// <param name="day">Today.</param>
    /// <remarks>
    /// Levels are never skipped: an invoice that nobody looked at for a year gets its first reminder first. A reminder is due when the invoice is as many days
    /// overdue as its level says and the last one is <see cref="DunningPolicy.DaysBetween"/> days ago.
    /// </remarks>
    public static DunningAction? Next(DunningPolicy policy, OpenItem item, DunningStep? last, DateOnly? pausedThrough, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var number = (last?.Level ?? 0) + 1;
        if (number > policy.Levels.Length || day <= pausedThrough || item.Open.MinorUnits <= 0 || item.Open.MinorUnits < policy.LeastMinorUnits)
        {
            return null;
        }

        var level = policy.Levels[number - 1];
        if (item.DaysOverdue(day) < level.DaysOverdue || (last is { } before && day.DayNumber - before.Day.DayNumber < policy.DaysBetween))
        {
            return null;
        }

        var interest = level.ChargesInterest ? Interest(policy, item, InterestFrom(policy, item, last), day) : Money.Zero(item.Open.Currency);
        return new DunningAction(
            item, number, day, level.Title, Fill(level.Text, item, day), Money.FromMinorUnits(level.FeeMinorUnits, item.Open.Currency), interest);
    }

    /// <summary>Simple interest on what is open: amount × percent × days / 365, rounded once, half away from zero.</summary>
    /// <param name="policy">The seller's policy.</param>
    /// <param name="item">The open invoice.</param>
    /// <param name="after">The last day that is not counted, such as the due day.</param>
    /// <param name="through">The last day that is counted.</param>
    public static Money Interest(DunningPolicy policy, OpenItem item, DateOnly after, DateOnly through)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var days = Math.Max(0, through.DayNumber - after.DayNumber);
        return Rounding.ToMoney(item.Open.Amount * policy.InterestPerYear.Value * days, 100 * DaysOfYear, item.Open.Currency, RoundingMode.HalfAwayFromZero);
    }

    // What an earlier reminder claimed is not claimed again.
    private static DateOnly InterestFrom(DunningPolicy policy, OpenItem item, DunningStep? last) =>
        last is { } before && policy.Levels[before.Level - 1].ChargesInterest ? before.Day : item.DueDay;

    private static string Fill(string text, OpenItem item, DateOnly day) => text
        .Replace("{invoice}", item.Invoice, StringComparison.Ordinal)
        .Replace("{open}", item.Open.ToString(), StringComparison.Ordinal)
        .Replace("{due}", item.DueDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{days}", item.DaysOverdue(day).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
