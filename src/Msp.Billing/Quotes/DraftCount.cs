namespace Msp.Billing.Quotes;

/// <summary>A stated count as it was entered.</summary>
public sealed record DraftCount
{
    /// <summary>What is counted: a charge's code or a unit's, such as <c>user</c>, or a condition of the onboarding formula.</summary>
    public string Code { get; init; } = "";

    /// <summary>What it is called on the proposal.</summary>
    public string Name { get; init; } = "";

    /// <summary>How many; empty for the count that it <see cref="Follows"/>, or else for none.</summary>
    public string Quantity { get; init; } = "";

    /// <summary>The code of another count that it equals while none is entered, such as <c>site</c> for a firewall at each site; empty for none.</summary>
    public string Follows { get; init; } = "";

    /// <summary>Whether it was counted by a tool.</summary>
    public bool IsMeasured { get; init; }
}
