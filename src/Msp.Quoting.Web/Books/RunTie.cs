using Msp.Billing.Amounts;
using Msp.Billing.EntityFrameworkCore.Ledger;
using Msp.Billing.EntityFrameworkCore.Runs;
using Msp.Billing.Ledger;

namespace Msp.Quoting.Web.Books;

/// <summary>A posted run in one currency, counted five ways: as approved, by lines and taxes, by documents, by journal, and by the journal as it is exported.</summary>
/// <param name="Tie">Lines, documents and journal.</param>
/// <param name="Approved">What was approved.</param>
/// <param name="Exported">What is read from the exported journal.</param>
internal sealed record RunTie(LedgerTie Tie, Money Approved, Money Exported)
{
    /// <summary>Whether all five are the same.</summary>
    public bool Holds => Tie.Holds && Approved.MinorUnits == Tie.Invoices && Exported.MinorUnits == Tie.Ledger;

    /// <summary>One for each currency of a run; its documents are booked first.</summary>
    public static IReadOnlyList<RunTie> Of(LedgerBook ledger, RunSummary run, string seller)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(run);
        ledger.Book();
        var exported = ExportTotals.Of(ledger.Entries(new LedgerFilter { Run = run.Number, Source = JournalSource.Document, Take = int.MaxValue }), seller);
        return [.. ledger.Tie(run.Number).Select(tie => new RunTie(tie, run.Totals.Where(total => total.Currency == tie.Currency).Aggregate(Money.Zero(tie.Currency), (sum, total) => sum + total.Total), exported.In(tie.Currency)))];
    }
}
