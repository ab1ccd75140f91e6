namespace Msp.Billing.Invoicing;

/// <summary>What changed after a period was billed. Stored with adjustment lines: numbers are never reused.</summary>
public enum AdjustmentCause
{
    /// <summary>More or fewer units.</summary>
    Quantity = 1,

    /// <summary>Another price was agreed.</summary>
    Price = 2,

    /// <summary>An uplift set another price.</summary>
    Uplift = 3,

    /// <summary>A discount came, went or changed.</summary>
    Discount = 4,

    /// <summary>Days are no longer held: the line or the contract ended or was suspended.</summary>
    Ended = 5,

    /// <summary>Days are held that were not before.</summary>
    Extended = 6,

    /// <summary>Later or corrected reports of use.</summary>
    Usage = 7,

    /// <summary>The period's total changed through something that has no day, such as a minimum spend, or something that was not billed here.</summary>
    Other = 8,

    /// <summary>A part of what was billed is given back by hand. It stays given back: later runs do not bill it again.</summary>
    Credited = 9,
}
