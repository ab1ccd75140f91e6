using System.Collections.Immutable;
using Msp.Billing.Catalog;

namespace Msp.Billing.Plans;

/// <summary>Basic, Standard and Premium of one offer. A tier includes everything of the one below: that is checked, not hoped.</summary>
/// <remarks>
/// A higher tier covers every service line of the tier below, answers no severity later, and covers no fewer hours. Prices may do as they like.
/// A family may leave a tier out; each is then compared with the next one that there is.
/// </remarks>
public sealed class PlanFamily
{
    /// <summary>Creates a family.</summary>
    /// <param name="name">What the offer is called, such as <c>Managed IT</c>.</param>
    /// <param name="plans">Its plans, in any order; each with its own tier.</param>
    /// <exception cref="ArgumentException">There is no plan, a plan has no tier, or two have the same.</exception>
    /// <exception cref="PlanFamilyException">A tier leaves out something of the one below.</exception>
    public PlanFamily(string name, params ReadOnlySpan<Plan> plans)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
        Plans = [.. plans.ToArray().OrderBy(plan => TierOf(plan, name))];
        if (Plans.IsEmpty)
        {
            throw new ArgumentException($"Plan family '{name}' has no plan.", nameof(plans));
        }

        for (var i = 1; i < Plans.Length; i++)
        {
            CheckStep(Plans[i - 1], Plans[i]);
        }
    }

    /// <summary>What the offer is called.</summary>
    public string Name { get; }

    /// <summary>Its plans, lowest tier first.</summary>
    public ImmutableArray<Plan> Plans { get; }

    /// <summary>The plan of a tier; null where the family leaves it out.</summary>
    public Plan? Find(PricingTier tier) => Plans.FirstOrDefault(plan => plan.Tier == tier);

    /// <summary>What a tier covers that the one below it does not: the reasons to move up.</summary>
    /// <returns>Every line of the plan for the lowest tier; empty where the family leaves the tier out.</returns>
    public ImmutableArray<ServiceLine> AddedBy(PricingTier tier)
    {
        for (var i = 0; i < Plans.Length; i++)
        {
            if (Plans[i].Tier == tier)
            {
                return i == 0 ? Plans[i].Lines : [.. Plans[i].Lines.Except(Plans[i - 1].Lines)];
            }
        }

        return [];
    }

    private static PricingTier TierOf(Plan plan, string family)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.Tier is { } tier && Enum.IsDefined(tier)
            ? tier
            : throw new ArgumentException($"Plan '{plan.Code}' has no tier, so it has no place in the family '{family}': set Basic, Standard or Premium.");
    }

    private void CheckStep(Plan below, Plan above)
    {
        if (below.Tier == above.Tier)
        {
            throw new ArgumentException($"Plan family '{Name}' has two plans of tier {above.Tier}: '{below.Code}' and '{above.Code}'.");
        }

        var missing = below.Lines.Except(above.Lines).ToImmutableArray();
        var losses = above.Level.LossesAgainst(below.Level);
        if (!missing.IsEmpty || !losses.IsEmpty)
        {
            throw new PlanFamilyException(Name, above.Tier.GetValueOrDefault(), below.Tier.GetValueOrDefault(), missing, losses);
        }
    }
}
