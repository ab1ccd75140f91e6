using System.Collections.Immutable;
using Msp.Billing.Catalog;
using Msp.Billing.Plans;

namespace Msp.Billing.Quotes;

/// <summary>What an option promises, copied from a plan when the quote is written: a later change of the plan does not reach the quote.</summary>
/// <remarks>Immutable. Holds no price and no cost: those are in the option's terms.</remarks>
public sealed class OfferedPlan
{
    /// <summary>Creates a copy by hand.</summary>
    /// <param name="code">The plan's code.</param>
    /// <param name="name">What it is called on the proposal.</param>
    /// <param name="level">What it promises.</param>
    /// <param name="lines">The service lines that it covers.</param>
    /// <exception cref="ArgumentException">Code or name is blank.</exception>
    public OfferedPlan(string code, string name, ServiceLevel level, IEnumerable<ServiceLine> lines)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(level);
        Code = code;
        Name = name;
        Level = level;
        Lines = [.. lines.Order()];
    }

    /// <summary>The plan's code.</summary>
    public string Code { get; }

    /// <summary>What it is called on the proposal.</summary>
    public string Name { get; }

    /// <summary>What it promises: the answers to a buyer's five questions.</summary>
    public ServiceLevel Level { get; }

    /// <summary>The service lines that it covers, in the order of their numbers.</summary>
    public ImmutableArray<ServiceLine> Lines { get; }

    /// <summary>Where it stands in its family; null for a plan on its own.</summary>
    public PricingTier? Tier { get; init; }

    /// <summary>What the customer gets, in a sentence or two; empty for none.</summary>
    public string Description { get; init; } = "";

    /// <summary>What is not included and will be billed extra; empty for none.</summary>
    public string Exclusions { get; init; } = "";

    /// <summary>The copy of a plan.</summary>
    public static OfferedPlan Of(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new OfferedPlan(plan.Code, plan.Name, plan.Level, plan.Lines) { Tier = plan.Tier, Description = plan.Description, Exclusions = plan.Exclusions };
    }

    /// <summary>The code.</summary>
    public override string ToString() => Code;
}
