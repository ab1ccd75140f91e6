namespace Msp.Billing.EntityFrameworkCore.Contracts;

/// <summary>How far contracts are billed, in one pass through the table beside the contracts themselves.</summary>
/// <remarks>
/// Not joined to the contracts by the database: in a seller's first run its statistics say that the table is empty, and PostgreSQL would go through all of it
/// for each contract while posting fills it.
/// </remarks>
internal sealed class BilledThroughCursor(BillingStore store, long sellerId) : ContractCursor(
    store.Prepare("SELECT contract_id, billed_through, known_at FROM contract_billing WHERE seller_id = ?1 AND contract_id BETWEEN ?2 AND ?3 ORDER BY contract_id"),
    sellerId)
{
    /// <summary>The last day, inclusive, through which the next contract is billed, and as of when it was known; null for one that never was.</summary>
    internal (DateOnly Through, DateTimeOffset KnownAt)? Of(long contractId) => IsAt(contractId) ? (Row.Day(1), Row.Instant(2)) : null;
}
