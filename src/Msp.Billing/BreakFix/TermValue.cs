using System.Collections.Immutable;
using static Msp.Billing.BreakFix.ComparisonInput;

namespace Msp.Billing.BreakFix;

/// <summary>The average cost over the whole term at today's value.</summary>
/// <remarks>
/// A year's cost counts from its middle, the last year as far as the term reaches. Onboarding counts in full on the first day, leaving on the last. The
/// plan's price rises by its uplift on each anniversary, everything else by the growth of prices.
/// </remarks>
internal static class TermValue
{
    /// <summary>The value of a regime's lines.</summary>
    internal static double Of(ImmutableArray<YearLine> lines, in Quantities q, bool cashOnly)
    {
        double plan = 0, other = 0, atStart = 0, atEnd = 0;
        foreach (var line in lines)
        {
            switch (line.Kind)
            {
                case CostKind.Onboarding:
                    atStart += line.Amount / q.YearOfTerm;
                    break;
                case CostKind.Exit:
                    atEnd += line.Amount / q.YearOfTerm;
                    break;
                case CostKind.PlanUsers or CostKind.PlanOther:
                    plan += line.Amount;
                    break;
                default:
                    other += cashOnly && !CostLine.LeavesTheFirm(line.Kind) ? 0 : line.Amount;
                    break;
            }
        }

        var years = q[TermMonths] / 12;
        return atStart + (plan * Annuity(years, q[DiscountRate], q[PlanUplift])) + (other * Annuity(years, q[DiscountRate], q[PriceGrowth])) +
            (atEnd / Distributions.Elementary.Power(1 + q[DiscountRate], years));
    }

    /// <summary>The value of one unit per year over so many years, rising each year.</summary>
    private static double Annuity(double years, double discount, double growth)
    {
        double sum = 0, level = 1;
        for (var year = 0; year < years; year++)
        {
            var part = Math.Min(1, years - year);
            sum += level * part / Distributions.Elementary.Power(1 + discount, year + (part / 2));
            level *= 1 + growth;
        }

        return sum;
    }
}
