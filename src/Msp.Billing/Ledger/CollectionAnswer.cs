namespace Msp.Billing.Ledger;

/// <summary>What a payment gateway says to a request.</summary>
/// <param name="State">Where the request is.</param>
/// <param name="Reference">The gateway's own reference; the bank's file names it when the money arrives.</param>
/// <param name="Message">For a person; never a secret.</param>
public sealed record CollectionAnswer(CollectionState State, string Reference, string Message);
