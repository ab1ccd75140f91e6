namespace Msp.Billing.EntityFrameworkCore.Invoicing;

/// <summary>How a posted document stands on a day: for lists, filters and badges.</summary>
public enum DocumentState
{
    /// <summary>An invoice of which something is owed. As a filter: also what is paid in part or overdue.</summary>
    Open = 1,

    /// <summary>An invoice of which a part is paid or credited, and the rest is owed.</summary>
    PartPaid = 2,

    /// <summary>An invoice of which something is owed after the last day to pay.</summary>
    Overdue = 3,

    /// <summary>An invoice of which nothing is owed any more.</summary>
    Paid = 4,

    /// <summary>An invoice that credit notes have settled. As a filter: also what they settled in part.</summary>
    Credited = 5,

    /// <summary>An invoice whose rest was given up.</summary>
    WrittenOff = 6,

    /// <summary>A credit note that has something left to give.</summary>
    CreditLeft = 7,

    /// <summary>A credit note that was applied or paid back.</summary>
    CreditUsed = 8,
}
