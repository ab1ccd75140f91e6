using Msp.Billing.Amounts;

namespace Msp.Billing.Ledger;

/// <summary>Interest and a fee for paying late, as a reminder claims them.</summary>
/// <param name="Number">Of the reminder, such as <c>DUN-0000001</c>.</param>
/// <param name="Customer">The customer's number.</param>
/// <param name="Day">The day of the reminder.</param>
/// <param name="Fee">Zero or more.</param>
/// <param name="Interest">Zero or more; in the same currency.</param>
public sealed record LateCharge(string Number, string Customer, DateOnly Day, Money Fee, Money Interest);
