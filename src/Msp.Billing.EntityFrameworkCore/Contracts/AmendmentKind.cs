namespace Msp.Billing.EntityFrameworkCore.Contracts;

/// <summary>Which kind of amendment a row holds. Stored: numbers are never reused.</summary>
internal enum AmendmentKind
{
    LineAdded = 1,
    LineRemoved = 2,
    QuantityChanged = 3,
    PriceChanged = 4,
    DiscountAdded = 5,
    DiscountRemoved = 6,
    PlanChanged = 7,
    IndexPublished = 8,
    Moved = 9,
}
