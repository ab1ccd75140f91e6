using System.Numerics;
using Msp.Billing.Contracts;
using Msp.Billing.Periods;
using Msp.Billing.Plans;
using Msp.Billing.Rating;
using Msp.Billing.Tests.Amounts;

namespace Msp.Billing.Tests.Properties;

/// <summary>A second, slow and simple way to what a line owes: one day after the other, in integers without a limit. Amounts are in 10^-28.</summary>
internal static class DayByDay
{
    /// <summary>The rounded entitlement of a natural period, in minor units.</summary>
    public static BigInteger MinorUnits(LineHistory line, ServicePeriod natural, ContractTerms terms)
    {
        var (numerator, denominator) = Exact(line, natural);
        return ExactNumbers.Rounded(numerator, denominator * BigInteger.Pow(10, 28 - terms.Currency.Decimals), terms.Rounding);
    }

    private static (BigInteger Numerator, BigInteger Denominator) Exact(LineHistory line, ServicePeriod natural)
    {
        var charge = line.Line.Charge;
        var days = Days(natural).Where(day => Held(line, day)).ToList();
        if (days.Count == 0)
        {
            return (0, 1);
        }

        if (charge.Basis == QuantityBasis.Reported)
        {
            var used = Math.Max(line.Reported.ToArray().Where(count => natural.Contains(count.Day)).Sum(count => count.Quantity), line.Line.CommittedQuantity);
            var (byUse, byMinimum) = PriceOf(line, days[0], used);
            var (shareOf, outOf) = Share(charge, natural, days);
            return ExactNumbers.Scaled(byMinimum) * shareOf > ExactNumbers.Scaled(byUse) * outOf
                ? (ExactNumbers.Scaled(byMinimum) * shareOf, outOf)
                : (ExactNumbers.Scaled(byUse), 1);
        }

        var (sum, minimum, weights) = (BigInteger.Zero, BigInteger.Zero, BigInteger.Zero);
        var (last, price, least) = ((-1m, -1m), BigInteger.Zero, BigInteger.Zero);
        var forAll = charge.Basis == QuantityBasis.Timeline ? (decimal?)null : QuantityFor(line, charge, days);
        foreach (var day in days)
        {
            var costs = PriceOf(line, day, forAll ?? line.QuantityOn(day));
            (price, least) = costs == last ? (price, least) : (ExactNumbers.Scaled(costs.Price), ExactNumbers.Scaled(costs.Least));
            last = costs;
            var weight = WeightOf(charge, day);
            sum += price * weight;
            minimum += least * weight;
            weights += weight;
        }

        var (numerator, denominator) = Share(charge, natural, days);
        return (BigInteger.Max(sum, minimum) * numerator, BigInteger.Max(weights, 1) * denominator);
    }

    private static (BigInteger Of, BigInteger OutOf) Share(Charge charge, ServicePeriod natural, List<DateOnly> days)
    {
        var months = charge.Cadence.Unit == CadenceUnit.Month ? charge.Cadence.Count : 0;
        if (charge.Timing == ChargeTiming.Once || days.Count == natural.Days || charge.DayCount == DayCount.WholePeriod)
        {
            return (1, 1);
        }

        if (charge.DayCount == DayCount.NextWholePeriod)
        {
            return (0, 1);
        }

        return (charge.DayCount, months) switch
        {
            (DayCount.ActualOver30, > 0) => AtMostOne(days.Count, 30 * months),
            (DayCount.ActualOver365, > 0) => AtMostOne(days.Count * 12, 365 * months),
            (DayCount.Thirty360, > 0) => AtMostOne(days.Sum(day => WeightOf(charge, day)), 30 * months),
            _ => (days.Count, natural.Days),
        };
    }

    private static (BigInteger Of, BigInteger OutOf) AtMostOne(int of, int outOf) => of > outOf ? (1, 1) : (of, outOf);

    // In months of thirty days: the 30th weighs nothing because the 31st stands for it; a month's last day stands for the days it lacks.
    private static int WeightOf(Charge charge, DateOnly day)
    {
        if (charge.DayCount != DayCount.Thirty360 || charge.Cadence.Unit != CadenceUnit.Month || charge.Timing == ChargeTiming.Once)
        {
            return 1;
        }

        var days = DateTime.DaysInMonth(day.Year, day.Month);
        return day.Day == 30 && days == 31 ? 0 : day.Day == days ? 31 - Math.Min(day.Day, 30) : 1;
    }

    private static decimal QuantityFor(LineHistory line, Charge charge, List<DateOnly> days) => charge.Basis switch
    {
        QuantityBasis.PeriodStart => line.QuantityOn(days[0]),
        QuantityBasis.PeriodEnd => line.QuantityOn(days[^1]),
        QuantityBasis.Highest => days.Max(line.QuantityOn),
        _ => Average(days.Sum(line.QuantityOn), days.Count, charge.Unit.AllowsFractions),
    };

    private static decimal Average(decimal sum, int days, bool fractions)
    {
        var (whole, rest) = BigInteger.DivRem(ExactNumbers.Scaled(sum), days * (fractions ? BigInteger.Pow(10, 22) : BigInteger.Pow(10, 28)));
        if (!fractions)
        {
            return (decimal)(whole + (rest.IsZero ? 0 : 1));
        }

        return (decimal)(whole + (2 * rest >= days * BigInteger.Pow(10, 22) ? 1 : 0)) / 1_000_000m;
    }

    private static (decimal Price, decimal Least) PriceOf(LineHistory line, DateOnly day, decimal quantity)
    {
        var pricing = line.Prices[0].Pricing;
        foreach (var change in line.Prices)
        {
            pricing = change.Day <= day ? change.Pricing : pricing;
        }

        var (price, least) = (pricing.Exact(quantity), pricing.MinimumSpend);
        foreach (var window in line.Discounts)
        {
            if (day < window.Days.Start || day >= window.Days.End)
            {
                continue;
            }

            (price, least) = window.Discount.Percent is { } percent
                ? (price - (price * percent.Value / 100m), least - (least * percent.Value / 100m))
                : (Less(price, window.Discount), Less(least, window.Discount));
        }

        return (price, least);
    }

    // Nothing goes below zero.
    private static decimal Less(decimal price, Discount discount) => Math.Max(0m, price - (discount.Amount?.Amount ?? 0m));

    private static bool Held(LineHistory line, DateOnly day)
    {
        foreach (var run in line.Held)
        {
            if (run.Start <= day && day < run.End)
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<DateOnly> Days(ServicePeriod period)
    {
        for (var day = period.Start; day < period.End; day = day.AddDays(1))
        {
            yield return day;
        }
    }
}
