using System.Collections.Immutable;
using System.Globalization;

namespace Msp.Billing.Quotes;

/// <summary>A rule that an option breaks in the worst case that it leaves to the customer.</summary>
/// <param name="Rule">Which rule.</param>
/// <param name="Option">The option's code.</param>
/// <param name="Actual">What the option has, in no culture, such as <c>12.5 %</c>.</param>
/// <param name="Limit">What the rule allows, in no culture.</param>
/// <param name="Remedy">The smallest change that clears it; null where no change of price or discount does.</param>
public sealed record ApprovalBreach(ApprovalRule Rule, string Option, string Actual, string Limit, ApprovalRemedy? Remedy)
{
    /// <summary>What the customer would have to change for it, of what is chosen beforehand: each item with its quantity then, 0 for left out. Empty where it is broken as it stands.</summary>
    public ImmutableArray<ChosenItem> Changes { get; init; } = [];

    /// <summary>The breach as a sentence, in English and no culture.</summary>
    public override string ToString() => Sentence() + When() + (Remedy is null ? "" : $"; cleared by: {Remedy}");

    private string When() => Changes.IsEmpty
        ? ""
        : " when the customer takes " + string.Join(", ", Changes.Select(change => string.Create(CultureInfo.InvariantCulture, $"{change.Quantity:0.######} of '{change.Code}'")));

    private string Sentence() => Rule switch
    {
        ApprovalRule.Discount => $"option {Option}: discounts take {Actual}, more than {Limit}",
        ApprovalRule.GrossMargin => $"option {Option}: the gross margin is {Actual}, less than {Limit}",
        ApprovalRule.HourlyRate => $"option {Option}: an hour earns {Actual}, less than {Limit}",
        ApprovalRule.Amount => $"option {Option}: the term is {Actual}, more than {Limit}",
        ApprovalRule.Currency => $"option {Option} is in {Actual}, the limits are in {Limit}",
        _ => $"option {Option}: {Actual} not known, so that {Limit} cannot be told",
    };
}
