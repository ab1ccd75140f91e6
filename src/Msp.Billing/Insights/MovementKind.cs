namespace Msp.Billing.Insights;

/// <summary>Why the MRR of a customer moved. Stored with exports: numbers are never reused.</summary>
public enum MovementKind
{
    /// <summary>A customer who never had any before.</summary>
    New = 1,

    /// <summary>A customer who had some before, and none on the first day.</summary>
    Reactivation = 2,

    /// <summary>More units, lines or contracts of a customer who stayed.</summary>
    Expansion = 3,

    /// <summary>Fewer units, lines or contracts of a customer who stayed.</summary>
    Contraction = 4,

    /// <summary>A customer who has none on the last day.</summary>
    Churn = 5,

    /// <summary>Uplifts, agreed prices and discounts of what stayed; of either sign.</summary>
    Price = 6,
}
