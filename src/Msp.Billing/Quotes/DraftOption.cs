using System.Collections.Immutable;

namespace Msp.Billing.Quotes;

/// <summary>An option as it was entered.</summary>
public sealed record DraftOption
{
    /// <summary>Unique in the quote.</summary>
    public string Code { get; init; } = "";

    /// <summary>What it is called; empty for the plan's name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The plan's code; empty for a renewal.</summary>
    public string Plan { get; init; } = "";

    /// <summary>The number of the contract whose lines are taken over; empty for a plan.</summary>
    public string Contract { get; init; } = "";

    /// <summary>By how many percent the prices of a renewal rise; empty for none.</summary>
    public string PriceRise { get; init; } = "";

    /// <summary>The first term in months; empty for what the plan offers.</summary>
    public string TermMonths { get; init; } = "";

    /// <summary>By how many months it renews; empty when it ends with its term.</summary>
    public string RenewalMonths { get; init; } = "";

    /// <summary>Days of notice; empty for what the plan offers.</summary>
    public string NoticeDays { get; init; } = "";

    /// <summary>How often it is billed, such as <c>1M</c> or <c>12M</c>; empty for the plan's own.</summary>
    public string Cadence { get; init; } = "";

    /// <summary>Expected hours of work a month; empty when unknown.</summary>
    public string ExpectedMonthlyHours { get; init; } = "";

    /// <summary>Expected hours of work at the start; empty for none.</summary>
    public string ExpectedInitialHours { get; init; } = "";

    /// <summary>Quantities of charges that differ from the counts.</summary>
    public ImmutableArray<DraftQuantity> Quantities { get; init; } = [];
}
