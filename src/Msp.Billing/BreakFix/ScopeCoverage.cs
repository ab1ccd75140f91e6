namespace Msp.Billing.BreakFix;

/// <summary>What becomes of a service line without the offer.</summary>
public enum ScopeCoverage
{
    /// <summary>Paid by the hour when it is needed.</summary>
    ByTheHour = 1,

    /// <summary>Bought separately; its price is part of break-fix.</summary>
    BoughtSeparately = 2,

    /// <summary>Not done. The offer contains more here, and the comparison puts no price on it.</summary>
    NotDone = 3,
}
