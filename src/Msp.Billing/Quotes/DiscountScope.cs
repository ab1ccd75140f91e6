namespace Msp.Billing.Quotes;

/// <summary>What a quote's discount is taken off. Stored: numbers are never reused.</summary>
public enum DiscountScope
{
    /// <summary>Everything that recurs.</summary>
    Recurring = 1,

    /// <summary>Everything that is billed once, onboarding included.</summary>
    OneOff = 2,

    /// <summary>Both.</summary>
    Everything = 3,

    /// <summary>One charge, of the plan or an item.</summary>
    Line = 4,
}
