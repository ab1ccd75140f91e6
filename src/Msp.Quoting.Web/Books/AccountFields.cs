using Msp.Billing.Ledger;

namespace Msp.Quoting.Web.Books;

/// <summary>The accounts of the map by role, to read and to set.</summary>
internal static class AccountFields
{
    /// <summary>The roles in the order of a chart: what is owned and owed, what is earned, what it costs.</summary>
    public static IReadOnlyList<AccountRole> Roles { get; } =
    [
        AccountRole.Bank, AccountRole.Refunds, AccountRole.Receivable, AccountRole.CustomerCredit, AccountRole.Tax, AccountRole.DeferredRevenue, AccountRole.Revenue, AccountRole.InterestIncome,
        AccountRole.FeeIncome, AccountRole.WriteOff, AccountRole.Discounts,
    ];

    /// <summary>The code of a role.</summary>
    public static string Get(AccountMap map, AccountRole role)
    {
        ArgumentNullException.ThrowIfNull(map);
        return role switch
        {
            AccountRole.Revenue => map.Revenue,
            AccountRole.Tax => map.Tax,
            AccountRole.Refunds => map.Refunds,
            _ => map.Of(role).Code,
        };
    }

    /// <summary>The map with another code for a role.</summary>
    public static AccountMap Set(AccountMap map, AccountRole role, string code)
    {
        ArgumentNullException.ThrowIfNull(map);
        return role switch
        {
            AccountRole.Receivable => map with { Receivable = code },
            AccountRole.Revenue => map with { Revenue = code },
            AccountRole.Tax => map with { Tax = code },
            AccountRole.DeferredRevenue => map with { DeferredRevenue = code },
            AccountRole.Bank => map with { Bank = code },
            AccountRole.CustomerCredit => map with { CustomerCredit = code },
            AccountRole.WriteOff => map with { WriteOff = code },
            AccountRole.InterestIncome => map with { InterestIncome = code },
            AccountRole.FeeIncome => map with { FeeIncome = code },
            AccountRole.Refunds => map with { Refunds = code },
            _ => map with { Discounts = code },
        };
    }
}
