using Msp.Billing.Amounts;
using Msp.Billing.Quotes;

namespace Msp.Billing.EntityFrameworkCore.Quotes;

/// <summary>A quote in a list.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Revision">The newest revision.</param>
/// <param name="Customer">The customer's number.</param>
/// <param name="CustomerName">The customer's name.</param>
/// <param name="Title">What is offered.</param>
/// <param name="Owner">Who looks after it.</param>
/// <param name="Status">Where it is on the day of the filter.</param>
/// <param name="Monthly">What recurs per month, as last saved; null while it could not be priced.</param>
/// <param name="ValidUntil">The last day on which it can be accepted; null before it is sent.</param>
/// <param name="UpdatedAt">When it last changed, in UTC.</param>
/// <param name="SeenAt">When the customer last opened it, in UTC; null when it never did.</param>
public sealed record QuoteListRow(
    string Number, int Revision, string Customer, string CustomerName, string Title, string Owner, QuoteStatus Status, Money? Monthly, DateOnly? ValidUntil,
    DateTimeOffset UpdatedAt, DateTimeOffset? SeenAt);
