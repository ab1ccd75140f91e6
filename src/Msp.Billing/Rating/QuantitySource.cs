namespace Msp.Billing.Rating;

/// <summary>How a quantity became known. Stored with exports: numbers are never reused.</summary>
public enum QuantitySource
{
    /// <summary>It was agreed with the line.</summary>
    Agreed = 1,

    /// <summary>It was changed by an amendment.</summary>
    Amended = 2,

    /// <summary>It was counted.</summary>
    Counted = 3,
}
