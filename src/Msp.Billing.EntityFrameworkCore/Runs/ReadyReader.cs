using System.Buffers.Binary;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.EntityFrameworkCore.Invoicing;
using Msp.Billing.Invoicing;
using Msp.Billing.Runs;

namespace Msp.Billing.EntityFrameworkCore.Runs;

/// <summary>Reads what a run bills, on a connection of its own, and makes the documents of it: rated again, compared with what was approved, numbered.</summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class ReadyReader : IDisposable
{
    private const int BatchSize = 128;
    private const int RangeSize = 2_000;
    private readonly RunHeader _run;
    private readonly DraftFingerprint _fingerprint = new();
    private readonly List<(long ContractId, long Fingerprint)> _range = new(RangeSize);
    private readonly BillingStore _store;
    private readonly ContractReader _contracts;
    private readonly ContractDrafter _drafter;
    private readonly Statement _billed;

    /// <param name="store">The database; another connection to it is opened.</param>
    /// <param name="seller">The seller's number in storage.</param>
    /// <param name="run">The run, approved.</param>
    internal ReadyReader(BillingStore store, long seller, RunHeader run)
    {
        _run = run;
        _store = store.OpenReader();
        _contracts = new ContractReader(_store, seller);
        _drafter = new ContractDrafter(_store, seller, run);
        _billed = _store.Prepare(
            """
            SELECT contract_id, draft_fingerprint FROM run_item
            WHERE seller_id = ?1 AND run_id = ?2 AND outcome = ?3 AND contract_id > ?4
            ORDER BY contract_id LIMIT ?5
            """);
        _billed.Bind(1, seller).Bind(2, run.Id).Bind(3, (long)RunOutcome.Billed);
    }

    public void Dispose()
    {
        _billed.Dispose();
        _contracts.Dispose();
        _store.Dispose();
    }

    /// <summary>The contracts that the run bills, in their order; those that owe something else by now with the reason.</summary>
    /// <param name="chain">Gives each document its number.</param>
    /// <param name="after">The contract after which to begin, by its number in storage.</param>
    /// <param name="most">At most so many of them; null for all.</param>
    /// <returns>No batch is empty.</returns>
    internal IEnumerable<List<ReadyDocument>> Batches(DocumentChain chain, long after, int? most)
    {
        while (ReadRange(after, most ?? RangeSize))
        {
            after = _range[^1].ContractId;
            var batch = new List<ReadyDocument>(BatchSize);
            var next = 0;
            foreach (var stored in _contracts.Read(_run.Through, null, _range[0].ContractId, after))
            {
                if (stored.Id != _range[next].ContractId)
                {
                    continue;
                }

                batch.Add(Ready(chain, stored, _range[next++].Fingerprint));
                if (batch.Count == BatchSize || next == _range.Count)
                {
                    yield return batch;
                    batch = new List<ReadyDocument>(BatchSize);
                }
            }

            if (next < _range.Count)
            {
                throw new InvalidOperationException($"The run bills contract {_range[next].ContractId} of the storage, which is not there.");
            }

            if (most is not null)
            {
                yield break;
            }
        }
    }

    private bool ReadRange(long after, int most)
    {
        _range.Clear();
        _billed.Reset();
        _billed.Bind(4, after).Bind(5, most);
        while (_billed.Step())
        {
            _range.Add((_billed.Int64(0), _billed.Int64(1)));
        }

        return _range.Count > 0;
    }

    private ReadyDocument Ready(DocumentChain chain, StoredContract stored, long approved)
    {
        var found = _drafter.Draft(stored);
        if (found.Draft is not { } draft)
        {
            return new ReadyDocument(stored.Id, stored.CustomerId, null, found.Problem ?? RunProblems.ChangedSinceApproval(stored.Contract.Number));
        }

        Span<byte> fingerprint = stackalloc byte[DraftFingerprint.Size];
        _fingerprint.Write(draft, fingerprint);
        return BinaryPrimitives.ReadInt64LittleEndian(fingerprint) == approved
            ? new ReadyDocument(stored.Id, stored.CustomerId, chain.Next(draft, _run.KnownAt), null)
            : new ReadyDocument(stored.Id, stored.CustomerId, null, RunProblems.ChangedSinceApproval(stored.Contract.Number));
    }
}
