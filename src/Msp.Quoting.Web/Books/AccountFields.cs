using Msp.Billing.Ledger;

namespace Msp.Quoting.Web.Books;

/// <summary>The accounts of the map, as a form has them.</summary>
internal static class AccountFields
{
    /// <summary>The roles in the order of a chart: what is owned and owed, what is earned, what it costs.</summary>
    public static IReadOnlyList<AccountRole> Roles { get; } =
    [
        AccountRole.Bank, AccountRole.Refunds, AccountRole.Receivable, AccountRole.CustomerCredit, AccountRole.Tax, AccountRole.DeferredRevenue, AccountRole.Revenue, AccountRole.InterestIncome,
        AccountRole.FeeIncome, AccountRole.WriteOff, AccountRole.Discounts,
    ];
}
