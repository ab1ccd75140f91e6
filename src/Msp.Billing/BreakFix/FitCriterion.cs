namespace Msp.Billing.BreakFix;

/// <summary>What speaks for or against a managed service. Stored with a quote's snapshot: numbers are never reused.</summary>
public enum FitCriterion
{
    /// <summary>The firm is small or mid-sized.</summary>
    Size = 1,

    /// <summary>It cannot justify technicians of its own, or has them.</summary>
    OwnTechnicians = 2,

    /// <summary>It is in a regulated trade that asks for documented security.</summary>
    Regulation = 3,

    /// <summary>Its people work in several places or remotely.</summary>
    Distribution = 4,

    /// <summary>It grows fast.</summary>
    Growth = 5,

    /// <summary>What the comparison with break-fix says.</summary>
    Cost = 6,
}
