using Msp.Billing.Amounts;

namespace Msp.Billing.EntityFrameworkCore.Ledger;

/// <summary>The same money counted three ways: lines and taxes, documents, journal. All are the same, or something is broken.</summary>
/// <param name="Currency">The currency.</param>
/// <param name="Documents">How many documents.</param>
/// <param name="Lines">The sum of all lines and taxes, in minor units.</param>
/// <param name="Invoices">The sum of all documents' totals, in minor units.</param>
/// <param name="Ledger">What their entries hold on receivable and customer credit, in minor units.</param>
/// <param name="Unbooked">How many documents have no entry yet.</param>
public sealed record LedgerTie(Currency Currency, long Documents, long Lines, long Invoices, long Ledger, long Unbooked)
{
    /// <summary>Whether all three are the same and nothing is missing.</summary>
    public bool Holds => Lines == Invoices && Invoices == Ledger && Unbooked == 0;
}
