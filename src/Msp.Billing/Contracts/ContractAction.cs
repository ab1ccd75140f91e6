namespace Msp.Billing.Contracts;

/// <summary>What can happen to a contract. Stored with its moves: numbers are never reused.</summary>
public enum ContractAction
{
    /// <summary>Send it to be signed.</summary>
    Send = 1,

    /// <summary>The customer signs.</summary>
    Sign = 2,

    /// <summary>Its first day comes; by itself, never recorded.</summary>
    Start = 3,

    /// <summary>Pause service and billing.</summary>
    Suspend = 4,

    /// <summary>Take service and billing up again.</summary>
    Resume = 5,

    /// <summary>One side gives notice; from then on the end is known.</summary>
    GiveNotice = 6,

    /// <summary>Take notice back.</summary>
    WithdrawNotice = 7,

    /// <summary>The term is over, or notice has run out; by itself, never recorded.</summary>
    End = 8,

    /// <summary>A successor takes its place.</summary>
    Renew = 9,

    /// <summary>Give up a draft, an unsigned contract, or by agreement one that has not begun.</summary>
    Withdraw = 10,

    /// <summary>End it before its regular end: by agreement, or against the fee of its term.</summary>
    Terminate = 11,
}
