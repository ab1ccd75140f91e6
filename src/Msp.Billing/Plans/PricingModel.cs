namespace Msp.Billing.Plans;

/// <summary>How a quantity becomes a price. Stored: numbers are never reused.</summary>
public enum PricingModel
{
    /// <summary>One price, whatever the quantity; nothing for zero.</summary>
    Flat = 1,

    /// <summary>Quantity times a unit price.</summary>
    PerUnit = 2,

    /// <summary>Each step prices only the units inside it.</summary>
    Graduated = 3,

    /// <summary>All units cost the price of the step that the quantity reaches.</summary>
    Volume = 4,

    /// <summary>Blocks of units, begun blocks in full.</summary>
    Package = 5,

    /// <summary>A percentage of an amount passed on; the quantity is the amount.</summary>
    PercentOf = 6,

    /// <summary>An amount passed on, and a percentage on top; the quantity is the amount.</summary>
    CostPlus = 7,
}
