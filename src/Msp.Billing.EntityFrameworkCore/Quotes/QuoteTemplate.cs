using Msp.Billing.Quotes;

namespace Msp.Billing.EntityFrameworkCore.Quotes;

/// <summary>A draft that new quotes are copied from.</summary>
/// <param name="Name">Unique for the seller.</param>
/// <param name="Draft">The fields; a quote made from it is a copy, and a later change of the template does not reach it.</param>
/// <param name="UpdatedAt">When it was saved, in UTC.</param>
/// <param name="Author">By whom.</param>
public sealed record QuoteTemplate(string Name, QuoteDraft Draft, DateTimeOffset UpdatedAt, string Author);
