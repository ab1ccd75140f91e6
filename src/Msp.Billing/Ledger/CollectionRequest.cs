using Msp.Billing.Amounts;

namespace Msp.Billing.Ledger;

/// <summary>What a payment gateway is asked to collect.</summary>
/// <param name="Key">Names the request for ever, such as the invoice's number; asked twice with one key, money is collected once.</param>
/// <param name="Customer">The customer's number.</param>
/// <param name="Invoice">The invoice's number, for the text of the payment.</param>
/// <param name="Amount">Above zero.</param>
/// <param name="DueDay">Not before this day.</param>
public sealed record CollectionRequest(string Key, string Customer, string Invoice, Money Amount, DateOnly DueDay);
