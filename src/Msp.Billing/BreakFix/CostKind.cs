namespace Msp.Billing.BreakFix;

/// <summary>What a line of a regime's cost is for. Stored with a quote's snapshot: numbers are never reused.</summary>
public enum CostKind
{
    /// <summary>Hours and trips of called incidents.</summary>
    Repairs = 1,

    /// <summary>Work that people lose while they wait for help. Not cash.</summary>
    Waiting = 2,

    /// <summary>Hours that end an outage.</summary>
    OutageRepairs = 3,

    /// <summary>Work that people lose in outages. Not cash.</summary>
    OutageTime = 4,

    /// <summary>Revenue lost in outages. Not cash.</summary>
    OutageRevenue = 5,

    /// <summary>Losses by security events, as far as the customer bears them.</summary>
    Security = 6,

    /// <summary>Security, backup and cloud licences bought separately: what makes the scope equal.</summary>
    SeparateStack = 7,

    /// <summary>The plan's price for its users.</summary>
    PlanUsers = 8,

    /// <summary>The plan's other monthly charges.</summary>
    PlanOther = 9,

    /// <summary>Onboarding, spread over the term.</summary>
    Onboarding = 10,

    /// <summary>Hours that the plan does not cover.</summary>
    OutOfScope = 11,

    /// <summary>Leaving before the term ends, spread over it.</summary>
    Exit = 12,

    /// <summary>Salaries of own technicians with taxes and benefits.</summary>
    Salaries = 13,

    /// <summary>Tools, training and recruiting of own technicians.</summary>
    HireTools = 14,
}
