using Msp.Billing.Amounts;
using Msp.Billing.EntityFrameworkCore.Ledger;
using Msp.Billing.Ledger;

namespace Msp.Billing.Cli.Output;

/// <summary>Every account and what ties the books to the documents.</summary>
internal sealed record TrialBalanceJson(string? ClosedThrough, bool Balanced, IReadOnlyList<AccountBalanceJson> Accounts, IReadOnlyList<LedgerTieJson> Ties)
{
    /// <summary>The shape of the balances.</summary>
    public static TrialBalanceJson Of(IReadOnlyCollection<TrialBalance> balances, IEnumerable<LedgerTie> ties, DateOnly? closed) => new(
        closed is { } day ? Text.Day(day) : null, balances.All(balance => balance.IsBalanced),
        [.. balances.SelectMany(balance => balance.Lines.Where(line => line.MinorUnits != 0).Select(line => new AccountBalanceJson(
            balance.Currency.Code, EnumText.Name(line.Account.Role), line.Account.Code, Money.FromMinorUnits(line.MinorUnits, balance.Currency).Amount)))],
        [.. ties.Select(tie => new LedgerTieJson(
            tie.Currency.Code, tie.Documents, Money.FromMinorUnits(tie.Lines, tie.Currency).Amount, Money.FromMinorUnits(tie.Invoices, tie.Currency).Amount,
            Money.FromMinorUnits(tie.Ledger, tie.Currency).Amount, tie.Unbooked, tie.Holds))]);
}
