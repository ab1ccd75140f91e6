namespace Msp.Billing.Ledger;

/// <summary>An open invoice that a movement of the bank could pay.</summary>
/// <param name="Item">The invoice.</param>
/// <param name="CustomerName">The customer's name, to compare with the payer's.</param>
public readonly record struct MatchCandidate(OpenItem Item, string CustomerName);
