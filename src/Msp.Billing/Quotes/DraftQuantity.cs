namespace Msp.Billing.Quotes;

/// <summary>The quantity of a plan's charge as it was entered.</summary>
/// <param name="Charge">The charge's code.</param>
/// <param name="Quantity">How many.</param>
public sealed record DraftQuantity(string Charge, string Quantity);
