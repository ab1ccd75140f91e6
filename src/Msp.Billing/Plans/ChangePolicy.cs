namespace Msp.Billing.Plans;

/// <summary>From when a changed quantity is billed. Stored: numbers are never reused.</summary>
public enum ChangePolicy
{
    /// <summary>From the day of the change, prorated.</summary>
    Immediately = 1,

    /// <summary>From the start of the next period; a change on a period's first day counts for that period.</summary>
    NextPeriod = 2,

    /// <summary>From the next renewal of the contract's term; never, where there is none.</summary>
    AtRenewal = 3,
}
