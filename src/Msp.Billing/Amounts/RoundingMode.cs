namespace Msp.Billing.Amounts;

/// <summary>What a seller does with exactly half a minor unit. Stored with contracts and documents: numbers are never reused.</summary>
public enum RoundingMode
{
    /// <summary>0.125 becomes 0.13 and -0.125 becomes -0.13. The default, and what EN 16931 expects.</summary>
    HalfAwayFromZero = 1,

    /// <summary>0.125 becomes 0.12 and 0.135 becomes 0.14: to the even neighbour.</summary>
    HalfToEven = 2,
}
