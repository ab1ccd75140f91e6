namespace Msp.Billing.Specifications;

/// <summary>What a key does for the order.</summary>
public enum OrderType
{
    /// <summary>The first key, the smallest first.</summary>
    OrderBy = 1,

    /// <summary>The first key, the largest first.</summary>
    OrderByDescending = 2,

    /// <summary>A further key, the smallest first.</summary>
    ThenBy = 3,

    /// <summary>A further key, the largest first.</summary>
    ThenByDescending = 4,
}
