using System.Runtime.InteropServices;

namespace Msp.Billing.Invoicing;

/// <summary>What was posted so far, by contract, line and natural period, kept in memory: for forecasts, quotes and tests.</summary>
/// <remarks>Storage keeps the same entries in its database. Not thread-safe.</remarks>
public sealed class BilledLedger
{
    private readonly Dictionary<string, Dictionary<(int LineId, DateOnly Start), BilledPeriod>> _contracts = new(StringComparer.Ordinal);

    /// <summary>Takes over what was posted for a contract elsewhere.</summary>
    /// <param name="contract">The contract's number.</param>
    /// <param name="billed">In any order, each period once.</param>
    /// <exception cref="ArgumentException">A period of a line is in the ledger already.</exception>
    public void Restore(string contract, ReadOnlySpan<BilledPeriod> billed)
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
                ? period with { Rounds = line.Round + 1, MinorUnits = period.MinorUnits + line.MinorUnits, KnownAt = knownAt }
                : new BilledPeriod(line.Source.Id, line.Natural, 1, line.MinorUnits, knownAt, line.TaxPoint);
        }
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
}
