namespace Msp.Billing.Quotes;

/// <summary>A stated count as it was entered.</summary>
public sealed record DraftCount
{
    /// <summary>What is counted: a charge's code or a unit's, such as <c>user</c>, or a condition of the onboarding formula.</summary>
    public string Code { get; init; } = "";

    /// <summary>What it is called on the proposal.</summary>
    public string Name { get; init; } = "";

    /// <summary>How many.</summary>
    public string Quantity { get; init; } = "";

    /// <summary>Whether it was counted by a tool.</summary>
    public bool IsMeasured { get; init; }
}
