namespace Msp.Billing.Contracts;

/// <summary>What can happen to a contract. Stored with its moves: numbers are never reused.</summary>
public enum ContractAction
{
    /// <summary>Send it to be signed.</summary>
    Send = 1,

    /// <summary>The customer signs.</summary>
    Sign = 2,

    /// <summary>Its first day comes.</summary>
    Start = 3,

    /// <summary>Pause service and billing.</summary>
    Suspend = 4,

    /// <summary>Take service and billing up again.</summary>
    Resume = 5,

    /// <summary>One side gives notice; the last day is known.</summary>
    GiveNotice = 6,

    /// <summary>Take notice back.</summary>
    WithdrawNotice = 7,

    /// <summary>It ends: the term is over, notice has run out, or it is terminated.</summary>
    End = 8,

    /// <summary>A successor takes its place.</summary>
    Renew = 9,

    /// <summary>Give up a draft or an unsigned contract.</summary>
    Withdraw = 10,
}
