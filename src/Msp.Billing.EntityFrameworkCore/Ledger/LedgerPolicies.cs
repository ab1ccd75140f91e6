using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Msp.Billing.Amounts;
using Msp.Billing.Ledger;

namespace Msp.Billing.EntityFrameworkCore.Ledger;

/// <summary>How each seller keeps books; what is not set is standard.</summary>
/// <param name="store">Where it is kept.</param>
/// <param name="sellerId">Whose policy.</param>
public sealed class LedgerPolicies(BillingStore store, long sellerId)
{
    /// <summary>The policy as it is now.</summary>
    public LedgerPolicy Get()
    {
        using var row = store.Prepare("SELECT json FROM ledger_policy WHERE seller_id = ?1");
        return row.Bind(1, sellerId).Step() && JsonSerializer.Deserialize(row.UniqueText(0), LedgerPolicyShape.Default.StoredLedgerPolicy) is { } stored ? stored.ToPolicy() : LedgerPolicy.Standard;
    }

    /// <summary>Sets the policy for what is posted from now on. In a transaction.</summary>
    public void Set(LedgerPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        using var save = store.Prepare(
            "INSERT INTO ledger_policy (seller_id, json, version) VALUES (?1, ?2, 1) ON CONFLICT (seller_id) DO UPDATE SET json = excluded.json, version = version + 1");
        save.Bind(1, sellerId).Bind(2, JsonSerializer.Serialize(StoredLedgerPolicy.Of(policy), LedgerPolicyShape.Default.StoredLedgerPolicy)).Run();
    }
}

/// <summary>The policy as it is stored; absent values are standard.</summary>
internal sealed record StoredLedgerPolicy(
    string Receivable, string Revenue, string Tax, string DeferredRevenue, string Bank, string CustomerCredit, string WriteOff, string InterestIncome, string FeeIncome,
    string Refunds, string Discounts, ImmutableArray<DunningLevel> Levels, decimal InterestPerYear, int DaysBetween, long LeastMinorUnits, CreditPolicy Credits)
{
    internal static StoredLedgerPolicy Of(LedgerPolicy policy) => new(
        policy.Accounts.Receivable, policy.Accounts.Revenue, policy.Accounts.Tax, policy.Accounts.DeferredRevenue, policy.Accounts.Bank, policy.Accounts.CustomerCredit,
        policy.Accounts.WriteOff, policy.Accounts.InterestIncome, policy.Accounts.FeeIncome, policy.Accounts.Refunds, policy.Accounts.Discounts,
        policy.Dunning.Levels, policy.Dunning.InterestPerYear.Value, policy.Dunning.DaysBetween, policy.Dunning.LeastMinorUnits, policy.Credits);

    internal LedgerPolicy ToPolicy() => new()
    {
        Accounts = new AccountMap
        {
            Receivable = Receivable,
            Revenue = Revenue,
            Tax = Tax,
            DeferredRevenue = DeferredRevenue,
            Bank = Bank,
            CustomerCredit = CustomerCredit,
            WriteOff = WriteOff,
            InterestIncome = InterestIncome,
            FeeIncome = FeeIncome,
            Refunds = Refunds,
            Discounts = Discounts,
        },
        Dunning = new DunningPolicy { Levels = Levels, InterestPerYear = new Percentage(InterestPerYear), DaysBetween = DaysBetween, LeastMinorUnits = LeastMinorUnits },
        Credits = Credits,
    };
}

/// <summary>Serialises the policy without reflection.</summary>
[JsonSerializable(typeof(StoredLedgerPolicy))]
internal sealed partial class LedgerPolicyShape : JsonSerializerContext;
