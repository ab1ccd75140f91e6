using Msp.Billing.Usage;

namespace Msp.Billing.EntityFrameworkCore.Usage;

/// <summary>Stores what was counted and reported.</summary>
/// <remarks>Write inside a transaction of the same store. A correction is a later record for the same line and day. Not thread-safe.</remarks>
public sealed class UsageWriter : IDisposable
{
    private readonly long _sellerId;
    private readonly Statement _insert;

    /// <summary>Prepares to write.</summary>
    /// <param name="store">Where to; in a transaction.</param>
    /// <param name="sellerId">Whose contracts.</param>
    public UsageWriter(BillingStore store, long sellerId)
    {
        ArgumentNullException.ThrowIfNull(store);
        _sellerId = sellerId;
        _insert = store.Prepare("INSERT INTO usage_count (seller_id, contract_id, line_id, day, recorded_at, quantity) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
    }

    /// <summary>Stores one record.</summary>
    /// <param name="contractId">The contract's number in storage; see <see cref="Contracts.ContractReader.IdOf"/>.</param>
    /// <param name="count">What was counted; that the line exists is for the caller to know.</param>
    /// <exception cref="StorageException">There is no such contract, or this line and day has a record of the same instant.</exception>
    public void Add(long contractId, in UsageCount count)
    {
        _insert.Bind(1, _sellerId).Bind(2, contractId).Bind(3, count.LineId).Bind(4, count.Day).Bind(5, count.RecordedAt).BindExact(6, count.Quantity);
        try
        {
            _insert.Run();
        }
        catch (StorageException exception) when (exception.Fault == StorageFault.Refused)
        {
            throw new StorageException(
                StorageFault.Refused,
                FormattableString.Invariant($"Line {count.LineId}, {count.Day:yyyy-MM-dd}: a count recorded at {count.RecordedAt:u} exists already, or there is no such contract ({exception.Message})"),
                exception);
        }
    }

    /// <summary>Lets go of the statement.</summary>
    public void Dispose() => _insert.Dispose();
}
