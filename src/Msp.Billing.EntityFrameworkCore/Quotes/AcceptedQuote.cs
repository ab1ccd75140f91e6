using Msp.Billing.Quotes;

namespace Msp.Billing.EntityFrameworkCore.Quotes;

/// <summary>An acceptance as it is stored.</summary>
/// <param name="Acceptance">The evidence; write the receipt from it.</param>
/// <param name="Contract">The number of the contract that it made.</param>
/// <param name="IsNew">Whether this call made it; false when it had been accepted before.</param>
public sealed record AcceptedQuote(Acceptance Acceptance, string Contract, bool IsNew);
