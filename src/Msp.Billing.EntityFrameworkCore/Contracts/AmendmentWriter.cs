using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore.Json;

namespace Msp.Billing.EntityFrameworkCore.Contracts;

/// <summary>Appends amendments to stored contracts.</summary>
/// <remarks>Write inside a transaction of the same store. Not thread-safe.</remarks>
public sealed class AmendmentWriter : IDisposable
{
    private readonly BillingStore _store;
    private readonly long _sellerId;
    private readonly Statement _insert;
    private readonly Statement _last;

    /// <summary>Prepares to write.</summary>
    /// <param name="store">Where to; in a transaction.</param>
    /// <param name="sellerId">Whose contracts.</param>
    public AmendmentWriter(BillingStore store, long sellerId)
    {
        ArgumentNullException.ThrowIfNull(store);
        _store = store;
        _sellerId = sellerId;
        _insert = store.Prepare(
            """
            INSERT INTO amendment (seller_id, contract_id, number, day, recorded_at, author, reason, kind, line_id, payload_json)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
            """);
        _last = store.Prepare("SELECT max(number), max(recorded_at) FROM amendment WHERE seller_id = ?1 AND contract_id = ?2");
    }

    /// <summary>Appends one amendment, which must follow the last one that is stored.</summary>
    /// <param name="contractId">The contract's number in storage.</param>
    /// <param name="amendment">As one of the contract's verbs returned it.</param>
    /// <exception cref="StorageException">Someone else appended an amendment since the contract was read: read it again and decide again.</exception>
    public void Append(long contractId, Amendment amendment)
    {
        ArgumentNullException.ThrowIfNull(amendment);
        _last.Bind(1, _sellerId).Bind(2, contractId);
        var last = _last.Step() ? _last.Int32(0) : 0;
        _last.Reset();
        if (amendment.Number != last + 1)
        {
            throw new StorageException(
                StorageFault.Conflict,
                $"The contract has {last} amendments in '{_store.Path}', and this one was made to be number {amendment.Number}: it was changed by someone else meanwhile. Read it again and decide again.");
        }

        Write(contractId, amendment);
    }

    /// <summary>Lets go of the statements.</summary>
    public void Dispose()
    {
        _insert.Dispose();
        _last.Dispose();
    }

    internal void Write(long contractId, Amendment amendment)
    {
        var (kind, lineId, payload) = AmendmentJson.Of(amendment);
        _insert.Bind(1, _sellerId).Bind(2, contractId).Bind(3, amendment.Number).Bind(4, amendment.Day).Bind(5, amendment.RecordedAt)
            .Bind(6, amendment.Author).Bind(7, amendment.Reason).Bind(8, (int)kind).Bind(9, lineId).Bind(10, payload);
        _insert.Run();
    }
}
