using Msp.Billing.Amounts;
using Msp.Billing.EntityFrameworkCore.Runs;

namespace Msp.Billing.Cli.Output;

/// <summary>What a run bills in one currency, for programs. Amounts in major units; the causes sum to the difference exactly.</summary>
internal sealed record RunTotalsJson(
    string Currency, int Invoices, int CreditNotes, decimal Subtotal, decimal Tax, decimal Total, decimal PreviousTotal, decimal Difference,
    IReadOnlyDictionary<string, decimal> Causes)
{
    /// <summary>The same for programs.</summary>
    public static RunTotalsJson Of(RunTotals totals)
    {
        var currency = totals.Currency;
        return new RunTotalsJson(
            currency.Code, totals.Invoices, totals.CreditNotes, Amount(totals.SubtotalMinorUnits), Amount(totals.TaxMinorUnits), totals.Total.Amount,
            Amount(totals.PreviousMinorUnits), Amount(totals.Variance.MinorUnits), VarianceText.Of(totals.Variance, currency));

        decimal Amount(long minorUnits) => Money.FromMinorUnits(minorUnits, currency).Amount;
    }
}
