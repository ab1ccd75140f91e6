namespace Msp.Billing.EntityFrameworkCore.Invoicing;

/// <summary>What is wrong with a posted document.</summary>
public enum DocumentFaultKind
{
    /// <summary>A number is missing in its series.</summary>
    Gap = 1,

    /// <summary>It does not follow the document before it.</summary>
    Chain = 2,

    /// <summary>Its content is not what was posted.</summary>
    Content = 3,

    /// <summary>Its lines or taxes do not sum to its totals.</summary>
    Sums = 4,
}
