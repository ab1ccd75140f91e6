using System.Collections.Immutable;

namespace Msp.Billing.Quotes;

/// <summary>A discount as it was entered: a percentage or an amount.</summary>
public sealed record DraftDiscount
{
    /// <summary>What it is called on documents.</summary>
    public string Name { get; init; } = "";

    /// <summary>The percentage; empty when it is an amount.</summary>
    public string Percent { get; init; } = "";

    /// <summary>The amount for each period; empty when it is a percentage.</summary>
    public string Amount { get; init; } = "";

    /// <summary>What it is taken off.</summary>
    public DiscountScope Scope { get; init; } = DiscountScope.Recurring;

    /// <summary>The code of the charge, where the scope is a line.</summary>
    public string Line { get; init; } = "";

    /// <summary>For the first so many periods; empty for all.</summary>
    public string FirstPeriods { get; init; } = "";

    /// <summary>The codes of the options that it is for; empty for all.</summary>
    public ImmutableArray<string> Options { get; init; } = [];
}
