using Msp.Billing.Amounts;

namespace Msp.Billing.Quotes;

/// <summary>What a seller lets one person send; anything beyond needs a second one. A limit that is null does not hold.</summary>
public sealed record ApprovalRules
{
    /// <summary>Nothing needs approval.</summary>
    public static ApprovalRules None { get; } = new();

    /// <summary>The most that discounts may take off a term, inclusive.</summary>
    public Percentage? MostDiscount { get; init; }

    /// <summary>The least gross margin of a term, inclusive.</summary>
    public Percentage? LeastMargin { get; init; }

    /// <summary>The least that an expected hour of work earns, inclusive.</summary>
    public Money? LeastHourlyRate { get; init; }

    /// <summary>The largest term, before tax, inclusive.</summary>
    public Money? MostAmount { get; init; }
}
