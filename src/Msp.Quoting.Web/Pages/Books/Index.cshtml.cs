using System.Collections.Immutable;
using Msp.Billing.Amounts;
using Msp.Billing.EntityFrameworkCore.Ledger;
using Msp.Billing.Ledger;
using Msp.Quoting.Web.Localization;
using Msp.Quoting.Web.Sellers;

namespace Msp.Quoting.Web.Pages.Books;

/// <summary>The state of the books in a few figures, and what the month still needs.</summary>
internal sealed class IndexModel(CurrentSeller seller, Texts texts) : BookPageModel(seller, texts)
{
    private const int Latest = 5;

    public IReadOnlyList<(Money Owed, Money Overdue, Money Credit, Money Deferred)> Figures { get; private set; } = [];

    public int Unmatched { get; private set; }

    public int Due { get; private set; }

    public bool IsRecognised { get; private set; }

    public DateOnly? ClosedThrough { get; private set; }

    /// <summary>The last day of the month that is over.</summary>
    public DateOnly MonthEnd { get; private set; }

    public bool Ties { get; private set; }

    public ImmutableArray<RecordedPayment> LastPayments { get; private set; } = [];

    public void OnGet()
    {
        var ledger = Ledger;
        var ageing = Statements.Ageing(Today);
        MonthEnd = EndOfLastMonth(Today);
        Figures =
        [
            .. ledger.Balance().Select(balance => (
                balance.Of(AccountRole.Receivable),
                Money.FromMinorUnits(ageing.Where(row => row.Currency == balance.Currency).Sum(row => row.Total.MinorUnits - row[AgeingBucket.Current].MinorUnits), balance.Currency),
                -balance.Of(AccountRole.CustomerCredit), -balance.Of(AccountRole.DeferredRevenue))),
        ];
        Unmatched = Bank.CountUnmatched();
        Due = Dunning.Propose(Today).Length;
        ClosedThrough = ledger.ClosedThrough;
        IsRecognised = ledger.ProposeRecognition(MonthEnd).IsEmpty;
        Ties = ledger.Tie().All(tie => tie.Holds);
        LastPayments = Payments.List(new PaymentFilter { Take = Latest });
    }
}
