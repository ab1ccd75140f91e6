namespace Msp.Billing.Documents.EInvoicing;

/// <summary>The VAT categories of EN 16931 that services are sold under (BT-95, BT-118, BT-151).</summary>
public enum VatCategory
{
    /// <summary>S: taxed, at the standard or a reduced rate.</summary>
    Standard = 1,

    /// <summary>Z: taxed at zero percent.</summary>
    Zero = 2,

    /// <summary>E: exempt, with a reason.</summary>
    Exempt = 3,

    /// <summary>AE: the buyer accounts for the tax.</summary>
    ReverseCharge = 4,

    /// <summary>O: not subject to VAT.</summary>
    OutsideScope = 5,
}
