namespace Msp.Billing.EntityFrameworkCore.Ledger;

/// <summary>What became of a movement of the bank.</summary>
public enum BankMovementState
{
    /// <summary>It is not matched yet.</summary>
    Open = 1,

    /// <summary>It is recorded as a payment.</summary>
    Recorded = 2,

    /// <summary>It was set aside: it is no customer's payment.</summary>
    SetAside = 3,
}
