using System.Collections.Immutable;
using Msp.Billing.Contracts;
using Msp.Billing.Usage;

namespace Msp.Billing.Invoicing;

/// <summary>Bills the coming months on paper, with the engine that bills them for real: renewals, uplifts, expiries and all.</summary>
public static class Forecaster
{
    /// <summary>The most months that a forecast may have: a hundred years.</summary>
    public const int MostMonths = 1_200;

    /// <summary>Forecasts the runs of the coming months.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="customer">Who pays.</param>
    /// <param name="tax">Decides category and rate of each line.</param>
    /// <param name="first">The day of the first run, such as 1 April 2026; the others are on the same day of the months after it, or on their last.</param>
    /// <param name="months">How many runs; 1 to 1,200.</param>
    /// <param name="billed">What was posted so far; null when nothing was.</param>
    /// <param name="counts">What was counted and reported. Future use is not known: it is forecast as none.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="months"/> is out of range.</exception>
    public static ImmutableArray<ForecastMonth> Forecast(
        Contract contract, Customer customer, ITaxCalculator tax, DateOnly first, int months, BilledLedger? billed = null, ReadOnlyMemory<UsageCount> counts = default)
    {
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentOutOfRangeException.ThrowIfLessThan(months, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(months, MostMonths);
        var ledger = new BilledLedger();
        if (billed is not null)
        {
            ledger.TakeOver(contract.Number, billed);
        }

        var drafter = new Drafter(tax);
        var forecast = ImmutableArray.CreateBuilder<ForecastMonth>(months);
        for (var month = 0; month < months; month++)
        {
            var through = first.AddMonths(month);

            // Nothing is recorded between two forecast runs: what ended by the one before was billed by it in full, and stays as it is.
            var settled = month == 0 ? (DateOnly?)null : first.AddMonths(month - 1);
            var draft = drafter.Draft(
                contract, new DraftRequest(customer, through) { Counts = counts, Billed = ledger.For(contract.Number, settled), RecheckFrom = settled, PostedTax = () => ledger.TaxOf(contract) });
            if (draft is not null)
            {
                ledger.Post(draft, DateTimeOffset.MaxValue);
            }

            forecast.Add(new ForecastMonth(through, draft));
        }

        return forecast.MoveToImmutable();
    }
}
