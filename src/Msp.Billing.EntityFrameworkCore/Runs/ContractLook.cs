using System.Buffers.Binary;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.Invoicing;
using Msp.Billing.Runs;

namespace Msp.Billing.EntityFrameworkCore.Runs;

/// <summary>Reads contracts over a connection of its own, drafts them, and finds why each bills another amount than in the run before.</summary>
/// <remarks>Several can look at one database at the same time, each on its own thread.</remarks>
internal sealed class ContractLook : IDisposable
{
    private const int MostInBatch = 256;

    private readonly RunHeader _run;
    private readonly int _batchSize;
    private readonly BillingStore _store;
    private readonly ContractReader _reader;
    private readonly ContractDrafter _drafter;
    private readonly VarianceAnalyzer _analyzer = new();
    private readonly DraftFingerprint _fingerprint = new();
    private readonly RunBrief _brief;
    private readonly RunFindings _findings;
    private readonly IDraftCheck? _check;

    internal ContractLook(BillingStore store, StoredSeller seller, RunHeader run, RunBrief brief, int chunk)
    {
        _run = run;
        _brief = brief;
        _findings = new RunFindings(brief.Thresholds, run.Through, run.KnownAt, run.PreviousId is not null);
        _batchSize = Math.Min(chunk, MostInBatch);
        _store = store.OpenReader();
        _reader = new ContractReader(_store, seller.Id);
        _check = brief.Checks?.Begin(_store, seller.Id);
        _drafter = new ContractDrafter(_store, seller.Id, run);
    }

    public void Dispose()
    {
        _check?.Dispose();
        _reader.Dispose();
        _store.Dispose();
    }

    /// <summary>Every n-th batch of contracts up to a place, in the order of their places. A place may be empty.</summary>
    /// <param name="first">The first batch, from 0.</param>
    /// <param name="step">From one batch to the next.</param>
    /// <param name="lastId">The last contract's place in storage.</param>
    internal IEnumerable<List<PreviewedContract>> Batches(long first, int step, long lastId)
    {
        for (var from = (first * _batchSize) + 1; from <= lastId; from += (long)step * _batchSize)
        {
            yield return Batch(from, from + _batchSize - 1);
        }
    }

    /// <summary>The contracts of a range of places, in batches and in the order of their places.</summary>
    /// <param name="firstId">The first place.</param>
    /// <param name="lastId">The last place, inclusive.</param>
    internal IEnumerable<List<PreviewedContract>> Between(long firstId, long lastId)
    {
        for (var from = firstId; from <= lastId; from += _batchSize)
        {
            yield return Batch(from, Math.Min(lastId, from + _batchSize - 1));
        }
    }

    /// <summary>One contract.</summary>
    internal PreviewedContract? One(long contractId)
    {
        foreach (var stored in _reader.Read(_run.Through, _run.PreviousId, contractId, contractId))
        {
            return _brief.Exclusions.ContainsKey(stored.Id) ? Excluded(stored) : Look(stored, _drafter.Draft(stored));
        }

        return null;
    }

    private List<PreviewedContract> Batch(long firstId, long lastId)
    {
        var batch = new List<PreviewedContract>(_batchSize);
        foreach (var stored in _reader.Read(_run.Through, _run.PreviousId, firstId, lastId))
        {
            if (_brief.Scope is null || _brief.Scope.Contains(stored.CustomerId))
            {
                batch.Add(_brief.Exclusions.ContainsKey(stored.Id) ? Excluded(stored) : Look(stored, _drafter.Draft(stored)));
            }
        }

        return batch;
    }

    private PreviewedContract Look(StoredContract stored, in ContractDraft found)
    {
        var previous = stored.Previous;
        if (found.Outcome == RunOutcome.NotRunning && previous.TotalMinorUnits == 0)
        {
            return new PreviewedContract(stored.Id, RunOutcome.NotRunning, null);
        }

        var variance = found.Problem is null
            ? _analyzer.Of(stored.Contract, previous, found.Draft, stored.Counts.Span, _run.KnownAt, _run.Through)
            : default(Variance).Plus(VarianceCause.NotBilled, -previous.TotalMinorUnits);
        return new PreviewedContract(stored.Id, found.Outcome, found.Draft)
        {
            IsKept = true,
            PreviousTotal = previous.TotalMinorUnits,
            Fingerprint = found.Draft is { } draft ? FingerprintOf(draft) : null,
            Variance = variance,
            Problems = found.Problem is { } problem ? [problem] : Findings(stored, found.Draft, variance),
        };
    }

    private IReadOnlyList<RunProblem> Findings(StoredContract stored, InvoiceDraft? draft, Variance variance)
    {
        var found = _findings.Of(
            stored.Contract, stored.Customer, draft, stored.Counts.Span, variance, stored.Previous.TotalMinorUnits, isFirst: stored.BilledThrough is null,
            _brief.LeftOutBefore.Contains(stored.Id));
        return draft is not null && _check?.Find(draft) is { Count: > 0 } more ? [.. more, .. found] : found;
    }

    private static PreviewedContract Excluded(StoredContract stored) => new(stored.Id, RunOutcome.LeftOut, null)
    {
        IsKept = true,
        PreviousTotal = stored.Previous.TotalMinorUnits,
        Variance = default(Variance).Plus(VarianceCause.NotBilled, -stored.Previous.TotalMinorUnits),
    };

    private long FingerprintOf(InvoiceDraft draft)
    {
        Span<byte> fingerprint = stackalloc byte[DraftFingerprint.Size];
        _fingerprint.Write(draft, fingerprint);
        return BinaryPrimitives.ReadInt64LittleEndian(fingerprint);
    }
}
