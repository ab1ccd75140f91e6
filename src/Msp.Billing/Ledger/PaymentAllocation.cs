using Msp.Billing.Amounts;

namespace Msp.Billing.Ledger;

/// <summary>A part of a payment or credit note that pays an invoice, or is taken off it again.</summary>
/// <param name="Number">Such as <c>ALLOC-0000001</c>.</param>
/// <param name="Source">The number of the payment or credit note.</param>
/// <param name="Invoice">The invoice's number.</param>
/// <param name="Customer">The customer's number.</param>
/// <param name="Day">The day in the books.</param>
/// <param name="Amount">Above zero; below zero where it is taken off again.</param>
public sealed record PaymentAllocation(string Number, string Source, string Invoice, string Customer, DateOnly Day, Money Amount);
