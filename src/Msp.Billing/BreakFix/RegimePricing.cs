using System.Collections.Immutable;
using Msp.Billing.Amounts;
using Msp.Billing.BreakFix.Distributions;

namespace Msp.Billing.BreakFix;

/// <summary>Puts lines, distribution and present value of one regime together.</summary>
internal static class RegimePricing
{
    /// <summary>What a regime costs.</summary>
    internal static RegimeCost Of(Regime regime, in Quantities q, EventStream stream, Currency currency)
    {
        var lines = YearLines.Of(regime, q);
        var all = Shown(lines, currency);
        return new RegimeCost(
            regime,
            all,
            Figures(Sum(all, currency, cashOnly: false), Fixed(lines), stream.CostsUnder(regime, cashOnly: false)),
            Figures(Sum(all, currency, cashOnly: true), Fixed(lines), stream.CostsUnder(regime, cashOnly: true)),
            SignificantFigures.ToMoney(TermValue.Of(lines, q, cashOnly: false), currency),
            SignificantFigures.ToMoney(TermValue.Of(lines, q, cashOnly: true), currency));
    }

    /// <summary>The lines as they are shown: rounded, without those of nothing.</summary>
    internal static ImmutableArray<CostLine> Shown(ImmutableArray<YearLine> lines, Currency currency)
    {
        var shown = ImmutableArray.CreateBuilder<CostLine>(lines.Length);
        foreach (var line in lines)
        {
            if (line.Amount != 0)
            {
                shown.Add(new CostLine(line.Kind, SignificantFigures.ToMoney(line.Amount, currency), line.Factors));
            }
        }

        return shown.ToImmutable();
    }

    /// <summary>The part of a year's cost that is certain.</summary>
    internal static double Fixed(ImmutableArray<YearLine> lines)
    {
        var sum = 0.0;
        foreach (var line in lines)
        {
            sum += line.Varies ? 0 : line.Amount;
        }

        return sum;
    }

    /// <summary>Mean and percentiles of a certain part and compound sums.</summary>
    internal static CostFigures Figures(Money mean, double certain, CompoundSum[] sums)
    {
        var distribution = CostDistribution.Of(sums, 0);
        return new CostFigures(mean, At(0.1), At(0.25), At(0.5), At(0.75), At(0.9), At(0.95));

        Money At(double probability) => SignificantFigures.ToMoney(certain + distribution.Quantile(probability), mean.Currency);
    }

    private static Money Sum(ImmutableArray<CostLine> lines, Currency currency, bool cashOnly)
    {
        var sum = Money.Zero(currency);
        foreach (var line in lines)
        {
            sum = line.IsCash || !cashOnly ? sum + line.PerYear : sum;
        }

        return sum;
    }
}
