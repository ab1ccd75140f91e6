using Msp.Billing.Contracts;
using Msp.Billing.Plans;

namespace Msp.Billing.Rating;

/// <summary>The agreed prices with every uplift on its day: each agreed price times the exact product of the steps after it.</summary>
internal static class UpliftedPrices
{
    /// <summary>Lays the prices out.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="agreed">The prices as agreed, by rising day.</param>
    /// <param name="changes">What is known, by rising day.</param>
    /// <param name="horizon">Steps of the terms are laid out up to this day, which is excluded.</param>
    /// <param name="through">The last due day that will be asked for; when null, prices are laid out as far as they can be stored.</param>
    /// <exception cref="ArgumentOutOfRangeException">By <paramref name="through"/> a price is beyond what can be stored.</exception>
    internal static PriceChange[] Of(
        Contract contract, List<(DateOnly Day, Pricing Pricing)> agreed, Amendment[] changes, DateOnly horizon, DateOnly? through)
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
                    if (!(step.Day <= through) && !agreed[i].Pricing.CanBeScaled(factor))
                    {
                        break;
                    }

                    prices.Add(new PriceChange(step.Day, agreed[i].Pricing.Scaled(factor), Uplifted: true, step.Percentage));
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
