using System.Runtime.InteropServices;
using Msp.Billing.Contracts;

namespace Msp.Billing.Invoicing;

/// <summary>What was posted so far, by contract, line and natural period, kept in memory: for forecasts, quotes and tests.</summary>
/// <remarks>Storage keeps the same entries in its database. Not thread-safe.</remarks>
public sealed class BilledLedger
{
    private readonly Dictionary<string, Dictionary<(int LineId, DateOnly Start), BilledPeriod>> _contracts = new(StringComparer.Ordinal);

    private readonly Dictionary<string, (Func<IEnumerable<PostedDocument>>? Elsewhere, List<InvoiceDraft> Here)> _documents = new(StringComparer.Ordinal);

    /// <summary>Takes over what was posted for a contract elsewhere.</summary>
    /// <param name="contract">The contract's number.</param>
    /// <param name="billed">In any order, each period once.</param>
    /// <param name="documents">Gives the documents in the order of posting; asked only when something is credited. Null where they are not to be had.</param>
    /// <exception cref="ArgumentException">A period of a line is in the ledger already.</exception>
    public void Restore(string contract, ReadOnlySpan<BilledPeriod> billed, Func<IEnumerable<PostedDocument>>? documents = null)
    {
        var periods = PeriodsOf(contract);
        foreach (var period in billed)
        {
            if (!periods.TryAdd((period.LineId, period.Natural.Start), period))
            {
                throw new ArgumentException(
                    $"Contract {contract}: what was posted for line {period.LineId} and {period.Natural} is in the ledger already.", nameof(billed));
            }
        }

        _documents[contract] = (documents, []);
    }

    /// <summary>Takes over all that another ledger has of a contract, of which this one has nothing yet.</summary>
    internal void TakeOver(string contract, BilledLedger other)
    {
        Restore(contract, other.For(contract).Span);
        other.DocumentsOf(contract);
        var (elsewhere, here) = other._documents[contract];
        _documents[contract] = (elsewhere, [.. here]);
    }

    /// <summary>Adds a draft, as posting does.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="knownAt">As of when it knew the contract.</param>
    /// <exception cref="InvalidOperationException">The draft was posted already, or drafted before something else was posted. Nothing is added then.</exception>
    public void Post(InvoiceDraft draft, DateTimeOffset knownAt)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var periods = PeriodsOf(draft.Contract.Number);
        foreach (ref readonly var line in draft.Lines.AsSpan())
        {
            var rounds = periods.TryGetValue((line.Source.Id, line.Natural.Start), out var before) ? before.Rounds : 0;
            if (line.Round != rounds)
            {
                throw new InvalidOperationException(
                    $"Contract {draft.Contract.Number}: line {line.Source.Id} and {line.Natural} were posted {rounds} times, and this draft is number {line.Round + 1}. Draft again.");
            }
        }

        foreach (ref readonly var line in draft.Lines.AsSpan())
        {
            ref var period = ref CollectionsMarshal.GetValueRefOrAddDefault(periods, (line.Source.Id, line.Natural.Start), out var exists);
            period = exists
                ? period with
                {
                    Rounds = line.Round + 1,
                    MinorUnits = period.MinorUnits + line.MinorUnits,
                    CreditedMinorUnits = period.CreditedMinorUnits - (line.Cause == AdjustmentCause.Credited ? line.MinorUnits : 0),
                    KnownAt = knownAt,
                }
                : new BilledPeriod(line.Source.Id, line.Natural, 1, line.MinorUnits, knownAt, line.TaxPoint, line.TaxCategory, line.TaxRate);
        }

        DocumentsOf(draft.Contract.Number).Add(draft);
    }

    /// <summary>The tax of what was posted for a contract, for <see cref="DraftRequest.PostedTax"/>.</summary>
    /// <remarks>It is put together anew each time.</remarks>
    public PostedTax TaxOf(Contract contract)
    {
        ArgumentNullException.ThrowIfNull(contract);
        var here = DocumentsOf(contract.Number);
        var tax = new PostedTax(contract.Terms, _documents[contract.Number].Elsewhere?.Invoke() ?? []);
        foreach (var draft in here)
        {
            tax.Add(draft);
        }

        return tax;
    }

    /// <summary>What was posted for a contract, by line and period.</summary>
    /// <param name="contract">The contract's number.</param>
    /// <param name="recheckFrom">Periods that end on or before this day are left out; null for all.</param>
    public ReadOnlyMemory<BilledPeriod> For(string contract, DateOnly? recheckFrom = null)
    {
        var billed = new List<BilledPeriod>();
        foreach (var period in PeriodsOf(contract).Values)
        {
            if (recheckFrom is not { } day || period.Natural.End > day)
            {
                billed.Add(period);
            }
        }

        billed.Sort((left, right) => (left.LineId, left.Natural.Start).CompareTo((right.LineId, right.Natural.Start)));
        return billed.ToArray();
    }

    private Dictionary<(int LineId, DateOnly Start), BilledPeriod> PeriodsOf(string contract)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(contract);
        return CollectionsMarshal.GetValueRefOrAddDefault(_contracts, contract, out _) ??= [];
    }

    private List<InvoiceDraft> DocumentsOf(string contract)
    {
        ref var documents = ref CollectionsMarshal.GetValueRefOrAddDefault(_documents, contract, out var exists);
        documents = exists ? documents : (null, []);
        return documents.Here;
    }
}
