namespace Msp.Billing.Quotes;

/// <summary>A condition of the onboarding fee as it was entered.</summary>
public sealed record DraftCondition
{
    /// <summary>Which count it looks at.</summary>
    public string Code { get; init; } = "";

    /// <summary>What it is called on the proposal.</summary>
    public string Name { get; init; } = "";

    /// <summary>How it adds.</summary>
    public OnboardingBasis Basis { get; init; } = OnboardingBasis.PerUnit;

    /// <summary>The amount or percentage.</summary>
    public string Rate { get; init; } = "";
}
