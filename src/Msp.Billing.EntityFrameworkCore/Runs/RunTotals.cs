using Msp.Billing.Amounts;
using Msp.Billing.Runs;

namespace Msp.Billing.EntityFrameworkCore.Runs;

/// <summary>What a run bills in one currency, and why that is not what the last run billed.</summary>
/// <param name="Currency">The currency.</param>
/// <param name="Invoices">How many invoices.</param>
/// <param name="CreditNotes">How many credit notes.</param>
/// <param name="SubtotalMinorUnits">Before tax.</param>
/// <param name="TaxMinorUnits">The tax.</param>
/// <param name="PreviousMinorUnits">The last run's total with tax.</param>
/// <param name="Variance">The difference to it by cause; sums to it exactly.</param>
public sealed record RunTotals(
    Currency Currency, int Invoices, int CreditNotes, long SubtotalMinorUnits, long TaxMinorUnits, long PreviousMinorUnits, Variance Variance)
{
    /// <summary>With tax, in minor units.</summary>
    public long TotalMinorUnits => SubtotalMinorUnits + TaxMinorUnits;

    /// <summary>With tax.</summary>
    public Money Total => Money.FromMinorUnits(TotalMinorUnits, Currency);
}
