namespace Msp.Billing.Quotes;

/// <summary>An item that the customer takes.</summary>
/// <param name="Code">The item's code.</param>
/// <param name="Quantity">How many.</param>
public sealed record ChosenItem(string Code, decimal Quantity);
