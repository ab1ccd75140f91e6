using Msp.Billing.Amounts;
using Msp.Billing.Invoicing;
using Msp.Billing.Periods;

namespace Msp.Billing.Ledger;

/// <summary>Revenue that is billed and not earned yet: it is earned day by day over the days that the line is for.</summary>
/// <remarks>
/// <para>Every day earns the same; what cannot be divided into minor units is spread evenly, so that no two days differ by more than one minor unit, the sum up
/// to any day is the exact share rounded half away from zero, and the sum of all days is the amount. Credits mirror that.</para>
/// <para>1,000.00 over the 31 days of March: 322.58 by the 10th (1,000.00 × 10 / 31), 1,000.00 by the 31st.</para>
/// </remarks>
/// <param name="Revenue">The account that it is earned on.</param>
/// <param name="Currency">The currency.</param>
/// <param name="MinorUnits">The whole amount before tax, in minor units; below zero for a credit.</param>
/// <param name="Days">The days over which it is earned; at least one.</param>
public readonly record struct Deferral(Account Revenue, Currency Currency, long MinorUnits, ServicePeriod Days)
{
    /// <summary>What of a posted line is deferred; null where it is earned at once, because its days are over on the day of issue, or there are none.</summary>
    /// <param name="line">The line.</param>
    /// <param name="issueDay">The day on its document.</param>
    /// <param name="currency">The document's currency.</param>
    /// <param name="accounts">The seller's accounts.</param>
    public static Deferral? Of(in PostedLine line, DateOnly issueDay, Currency currency, AccountMap accounts)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        return IsDeferred(line, issueDay) ? new Deferral(accounts.RevenueOf(line.LedgerAccount), currency, line.NetMinorUnits, line.Days) : null;
    }

    /// <summary>What is earned by the end of a day, in minor units, with the amount's sign.</summary>
    /// <param name="day">Inclusive.</param>
    public long EarnedThrough(DateOnly day)
    {
        var whole = Days.Days;
        var passed = Math.Clamp(day.DayNumber - Days.Start.DayNumber + 1, 0, whole);
        if (whole == 0 || passed == whole)
        {
            return MinorUnits;
        }

        // The part that can be divided, and the rest rounded half away from zero; SQL has the same arithmetic.
        var (each, rest) = Math.DivRem(MinorUnits, whole);
        return (each * passed) + (Math.Sign(rest) * (((2 * Math.Abs(rest) * passed) + whole) / (2 * whole)));
    }

    /// <summary>What is earned in a period, in minor units: the difference of two sums, so that periods which meet add up to the whole.</summary>
    public long EarnedIn(ServicePeriod period) =>
        period.IsEmpty ? 0 : EarnedThrough(period.LastDay) - EarnedThrough(period.Start.AddDays(-1));

    /// <summary>Earned month by month, from the first day to the last; the sum is the amount.</summary>
    public IEnumerable<(DateOnly MonthEnd, long MinorUnits)> Schedule()
    {
        var before = 0L;
        for (var day = Days.Start; day < Days.End;)
        {
            var next = new DateOnly(day.Year, day.Month, 1).AddMonths(1);
            var earned = EarnedThrough(next.AddDays(-1));
            yield return (next.AddDays(-1), earned - before);
            (before, day) = (earned, next);
        }
    }

    internal static bool IsDeferred(in PostedLine line, DateOnly issueDay) =>
        line.NetMinorUnits != 0 && !line.Days.IsEmpty && line.Days.LastDay > issueDay && line.Kind is not (InvoiceLineKind.OneOff or InvoiceLineKind.Usage);
}
