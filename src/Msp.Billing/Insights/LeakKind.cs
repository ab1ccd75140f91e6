namespace Msp.Billing.Insights;

/// <summary>How more was counted than is billed. Stored with exports: numbers are never reused.</summary>
public enum LeakKind
{
    /// <summary>The customer has more units than the line bills: they wait for the next period or renewal, or are counted at another time of the period.</summary>
    CountedAboveBilled = 1,

    /// <summary>Units are counted for a line that is not billed on the day: suspended, ended or taken out.</summary>
    CountedWhileNotBilled = 2,

    /// <summary>Seats that the vendor still charges for are not billed on the day. Their money is what they cost, where that is known.</summary>
    CommittedWhileNotBilled = 3,
}
