namespace Msp.Billing.BreakFix;

/// <summary>Where a number of the comparison comes from; printed beside it. Stored: numbers are never reused.</summary>
public enum InputStatus
{
    /// <summary>A published figure; the source is named.</summary>
    Sourced = 1,

    /// <summary>Computed from published figures; the arithmetic is named.</summary>
    Derived = 2,

    /// <summary>Nothing reliable is published: a guess, to be shown as one and replaced by the customer's own number.</summary>
    Assumption = 3,

    /// <summary>Set by us so that the comparison does not flatter the seller.</summary>
    Policy = 4,

    /// <summary>From the offer and the customer's size.</summary>
    Offer = 5,

    /// <summary>Stated by the customer.</summary>
    Customer = 6,

    /// <summary>From the customer's own invoices.</summary>
    Invoices = 7,
}
