using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Periods;

namespace Msp.Billing.Invoicing;

/// <summary>What was posted so far for one line and one natural period: one entry of the billed ledger.</summary>
/// <param name="LineId">The contract line's number.</param>
/// <param name="Natural">The natural period.</param>
/// <param name="Rounds">How many postings it had: the first, then adjustments; 1 or more.</param>
/// <param name="MinorUnits">The sum of all of them, in the contract's prices, before tax or with it as the prices are.</param>
/// <param name="KnownAt">As of when the last posting knew the contract.</param>
/// <param name="TaxPoint">The issue day of the first posting.</param>
/// <param name="TaxCategory">How the first posting was taxed: adjustments are taxed as it was, whatever became of the customer or the rates since.</param>
/// <param name="TaxRate">At which rate it was.</param>
public readonly record struct BilledPeriod(
    int LineId, ServicePeriod Natural, int Rounds, long MinorUnits, DateTimeOffset KnownAt, DateOnly TaxPoint, TaxCategory TaxCategory,
    Percentage TaxRate)
{
    /// <summary>What was given back by hand, in minor units, above zero; it is taken off <see cref="MinorUnits"/> already. Runs leave it given back.</summary>
    public long CreditedMinorUnits { get; init; }

    /// <summary>What is owed after what was given back by hand: never less than nothing.</summary>
    internal long Left(long owed) => CreditedMinorUnits == 0 || owed <= 0 ? owed : Math.Max(0, owed - CreditedMinorUnits);
}
