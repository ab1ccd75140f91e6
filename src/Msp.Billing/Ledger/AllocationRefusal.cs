namespace Msp.Billing.Ledger;

/// <summary>Why a payment, a credit or a movement of the bank cannot be treated as asked.</summary>
public enum AllocationRefusal
{
    /// <summary>There is no customer of this number.</summary>
    NoCustomer = 1,

    /// <summary>There is no invoice, credit note or payment of this number in the books.</summary>
    NoItem = 2,

    /// <summary>Nothing is left of the payment or credit note.</summary>
    NothingLeft = 3,

    /// <summary>It is not an open invoice of the customer, or it is named twice.</summary>
    NotOpen = 4,

    /// <summary>The invoice is in another currency than the payment.</summary>
    OtherCurrency = 5,

    /// <summary>The amount is not above zero, or more than the invoice is owed.</summary>
    MoreThanOwed = 6,

    /// <summary>The amounts are together more than is left of the payment.</summary>
    MoreThanLeft = 7,

    /// <summary>The amount is not above zero, or more than the customer's credit.</summary>
    MoreThanCredit = 8,

    /// <summary>It is no payment that could be taken back.</summary>
    NoPayment = 9,

    /// <summary>The payment was taken back already.</summary>
    TakenBack = 10,

    /// <summary>A part of the payment was paid back to the customer.</summary>
    PartPaidBack = 11,

    /// <summary>There is no such movement of the bank to match.</summary>
    NoMovement = 12,

    /// <summary>The movement is a payment already, or was set aside.</summary>
    MovementDone = 13,
}
