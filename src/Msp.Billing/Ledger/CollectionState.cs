namespace Msp.Billing.Ledger;

/// <summary>Where a request to a payment gateway is.</summary>
public enum CollectionState
{
    /// <summary>Taken on; the money is under way.</summary>
    Pending = 1,

    /// <summary>The money has arrived.</summary>
    Collected = 2,

    /// <summary>It was refused; the message says why.</summary>
    Refused = 3,
}
