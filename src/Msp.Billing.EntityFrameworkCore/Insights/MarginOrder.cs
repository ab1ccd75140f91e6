namespace Msp.Billing.EntityFrameworkCore.Insights;

/// <summary>By what a margin table is sorted.</summary>
public enum MarginOrder
{
    /// <summary>The most revenue first.</summary>
    Revenue = 1,

    /// <summary>The lowest margin first; those without one last.</summary>
    Margin = 2,

    /// <summary>The least gross profit first.</summary>
    Profit = 3,

    /// <summary>The most hours first; those without any last.</summary>
    Hours = 4,

    /// <summary>The most revenue without a known cost first.</summary>
    Uncovered = 5,

    /// <summary>By name.</summary>
    Name = 6,
}
