using Msp.Billing.Amounts;

namespace Msp.Billing.EntityFrameworkCore.Delivery;

/// <summary>A reminder that was recorded, and whether it was mailed.</summary>
/// <param name="Number">Its number, such as <c>DUN-0000001</c>.</param>
/// <param name="Invoice">The invoice's number.</param>
/// <param name="Customer">The customer's number.</param>
/// <param name="CustomerName">The customer's name as it is now.</param>
/// <param name="Level">Its level, from 1.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Text">What the customer reads.</param>
/// <param name="Day">Its day.</param>
/// <param name="DueDay">The last day to pay the invoice.</param>
/// <param name="Open">What is open of the invoice now.</param>
/// <param name="Fee">What the reminder costs.</param>
/// <param name="Interest">The interest that it claims.</param>
/// <param name="Country">The customer's country.</param>
/// <param name="Email">Where it goes, or went; empty when unknown.</param>
/// <param name="SentAt">When it was handed over; null while it waits.</param>
public sealed record SentReminder(
    string Number, string Invoice, string Customer, string CustomerName, int Level, string Title, string Text, DateOnly Day, DateOnly DueDay, Money Open, Money Fee, Money Interest,
    string Country, string Email, DateTimeOffset? SentAt);
