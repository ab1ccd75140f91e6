namespace Msp.Billing.Catalog;

/// <summary>How a supply is taxed. Stored with charges and posted lines: numbers are never reused.</summary>
public enum TaxCategory
{
    /// <summary>The jurisdiction's standard rate (EN 16931 category S).</summary>
    Standard = 1,

    /// <summary>A reduced rate (also category S, at another rate).</summary>
    Reduced = 2,

    /// <summary>Taxable at zero percent (category Z).</summary>
    Zero = 3,

    /// <summary>Exempt from tax, with a reason (category E).</summary>
    Exempt = 4,

    /// <summary>The buyer accounts for the tax (category AE).</summary>
    ReverseCharge = 5,

    /// <summary>Not subject to the tax (category O).</summary>
    OutsideScope = 6,

    /// <summary>Sales tax of a state of the United States, at the jurisdiction's combined rate.</summary>
    SalesTax = 7,
}
