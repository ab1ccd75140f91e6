using System.Collections.Immutable;
using Msp.Billing.Contracts;
using Msp.Billing.Plans;
using Msp.Billing.Rating;
using Msp.Billing.Usage;

namespace Msp.Billing.Insights;

/// <summary>What the periods on a document cost, from the engine that billed them: for the quantities and days that it knew.</summary>
/// <remarks>A period that is billed again costs the difference to what was known before, so the documents of a period together cost what the period does.</remarks>
public static class BilledCosts
{
    /// <summary>The costs of a document's periods.</summary>
    /// <param name="contract">The contract with all its amendments.</param>
    /// <param name="counts">Everything that was counted and reported for it.</param>
    /// <param name="knownAt">As of when the document knew the contract.</param>
    /// <param name="periods">Its lines and periods, each once.</param>
    /// <returns>One for each period, in their order.</returns>
    public static ImmutableArray<BilledCost> Of(
        Contract contract, ReadOnlySpan<UsageCount> counts, DateTimeOffset knownAt, ReadOnlySpan<BilledCostPeriod> periods)
    {
        ArgumentNullException.ThrowIfNull(contract);
        var costs = ImmutableArray.CreateBuilder<BilledCost>(periods.Length);
        var pieces = new RatedPieces();
        var through = DateOnly.MinValue;
        foreach (ref readonly var period in periods)
        {
            through = period.Natural.End > through ? period.Natural.End : through;
        }

        ContractHistory? now = null;
        ContractHistory? before = null;
        foreach (ref readonly var period in periods)
        {
            now ??= ContractHistory.Of(contract, counts, knownAt, through);
            if (period.BilledKnownAt is { } known && known != before?.KnownAt)
            {
                before = ContractHistory.Of(contract, counts, known, through);
            }

            costs.Add(Of(period, now, period.BilledKnownAt is null ? null : before, pieces));
        }

        return costs.MoveToImmutable();
    }

    private static BilledCost Of(in BilledCostPeriod period, ContractHistory now, ContractHistory? before, RatedPieces pieces)
    {
        var (line, old) = (now.LineWithId(period.LineId), before?.LineWithId(period.LineId));
        if ((line ?? old)?.Line.Charge is not { } charge)
        {
            return new BilledCost(period.LineId, null, null);
        }

        var terms = now.Contract.Terms;
        var cost = line is null ? 0 : LineCost.OfPeriod(line, period.Natural, terms, pieces);
        var earlier = old is null ? 0 : LineCost.OfPeriod(old, period.Natural, terms, pieces);
        return new BilledCost(period.LineId, cost - earlier, Hours(charge, line, period) - Hours(charge, old, period));
    }

    private static decimal? Hours(Charge charge, LineHistory? line, in BilledCostPeriod period) =>
        charge.Basis == QuantityBasis.Reported ? LineCost.Hours(charge, line?.ReportedIn(period.Natural) ?? 0m) : null;
}
