namespace Msp.Billing.Quotes;

/// <summary>How a condition adds to the onboarding fee. Stored: numbers are never reused.</summary>
public enum OnboardingBasis
{
    /// <summary>An amount, where the condition holds: its count is above zero.</summary>
    Fixed = 1,

    /// <summary>An amount for each unit of the count.</summary>
    PerUnit = 2,

    /// <summary>A percentage of the monthly fee for each unit of the count; a count of one for "it is so".</summary>
    PercentOfMonthly = 3,
}
