using System.Collections.Immutable;
using Msp.Billing.Catalog;

namespace Msp.Billing.Plans;

/// <summary>Thrown when a tier of a plan family leaves out something that the tier below it includes. The message can be shown to a user.</summary>
public sealed class PlanFamilyException : InvalidOperationException
{
    internal PlanFamilyException(string family, PricingTier tier, PricingTier below, ImmutableArray<ServiceLine> missing, ImmutableArray<string> losses)
        : base($"Plan family '{family}': {tier} must include everything of {below}, but it {string.Join("; it ", Sentences(missing, losses))}.")
    {
        Family = family;
        Tier = tier;
        Below = below;
        MissingLines = missing;
    }

    /// <summary>The family's name.</summary>
    public string Family { get; }

    /// <summary>The tier that leaves something out.</summary>
    public PricingTier Tier { get; }

    /// <summary>The tier below it, which includes it.</summary>
    public PricingTier Below { get; }

    /// <summary>The service lines that got lost; empty when only the service level is worse.</summary>
    public ImmutableArray<ServiceLine> MissingLines { get; }

    private static IEnumerable<string> Sentences(ImmutableArray<ServiceLine> missing, ImmutableArray<string> losses) =>
        missing.IsEmpty ? losses : losses.Prepend($"leaves out {string.Join(", ", missing)}");
}
