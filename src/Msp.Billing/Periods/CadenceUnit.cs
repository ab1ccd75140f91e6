namespace Msp.Billing.Periods;

/// <summary>What a cadence counts in. Stored with contracts: numbers are never reused.</summary>
public enum CadenceUnit
{
    /// <summary>Calendar months, clamped in short months.</summary>
    Month = 1,

    /// <summary>Seven days.</summary>
    Week = 2,

    /// <summary>Days.</summary>
    Day = 3,
}
