namespace Msp.Billing.Plans;

/// <summary>When a charge falls due. Stored: numbers are never reused.</summary>
public enum ChargeTiming
{
    /// <summary>On the first day of its period.</summary>
    Advance = 1,

    /// <summary>On the end day of its period, the first day that it does not bill.</summary>
    Arrears = 2,

    /// <summary>Once, on the line's first day; it has no period.</summary>
    Once = 3,
}
