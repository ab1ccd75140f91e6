using Msp.Billing.Contracts;
using Msp.Billing.Plans;

namespace Msp.Billing.Rating;

/// <summary>The agreed prices with every uplift on its day: each agreed price times the exact product of the steps after it.</summary>
internal static class UpliftedPrices
{
    internal static PriceChange[] Of(Contract contract, List<(DateOnly Day, Pricing Pricing)> agreed, Amendment[] changes, DateOnly horizon)
    {
        var steps = StepsOf(contract, changes, horizon);
        var prices = new List<PriceChange>(agreed.Count + steps.Count);
        for (var i = 0; i < agreed.Count; i++)
        {
            prices.Add(new PriceChange(agreed[i].Day, agreed[i].Pricing, Uplifted: false));
            var until = i + 1 < agreed.Count ? agreed[i + 1].Day : DateOnly.MaxValue;
            var factor = 1m;
            foreach (var step in steps)
            {
                // A price agreed on the very day of an uplift is meant as it stands.
                if (step.Day > agreed[i].Day && step.Day < until)
                {
                    factor *= 1m + step.Percentage.Fraction;
                    prices.Add(new PriceChange(step.Day, agreed[i].Pricing.Scaled(factor), Uplifted: true));
                }
            }
        }

        return [.. prices];
    }

    private static List<UpliftStep> StepsOf(Contract contract, Amendment[] changes, DateOnly horizon)
    {
        var steps = contract.Terms.Uplift is { } uplift ? uplift.StepsBefore(contract.Terms.Start, horizon).ToList() : [];
        foreach (var change in changes)
        {
            if (change is Amendment.IndexPublished index)
            {
                steps.Add(new UpliftStep(index.Day, index.Step));
            }
        }

        steps.Sort((left, right) => left.Day.CompareTo(right.Day));
        return steps;
    }
}
