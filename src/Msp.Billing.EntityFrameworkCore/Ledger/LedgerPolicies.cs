using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.EntityFrameworkCore.Auditing;
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

    /// <summary>Sets the policy for what is posted from now on and records who did, both or neither.</summary>
    /// <param name="policy">All of it, as it is to be.</param>
    /// <param name="author">Who changes it.</param>
    /// <param name="clock">Gives the instant that is recorded.</param>
    /// <returns>Whether anything changed; nothing is recorded otherwise.</returns>
    /// <exception cref="ArgumentException">Accounts that must differ are the same; the message names them.</exception>
    public bool Change(LedgerPolicy policy, string author, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentException.ThrowIfNullOrWhiteSpace(author);
        ArgumentNullException.ThrowIfNull(clock);
        if (policy.Accounts.Clash is (var first, var second, var code))
        {
            throw new ArgumentException($"{Words(first)} and {Words(second)} are both {code}: what they hold could not be told apart. Give each an account of its own.", nameof(policy));
        }

        using var transaction = store.Begin();
        var before = Get();
        if (Json(before) == Json(policy))
        {
            return false;
        }

        Set(policy);
        LedgerAudit.Append(store, sellerId, clock, author, AuditActions.LedgerPolicyChanged, "ledger", json =>
        {
            json.WritePropertyName("before");
            json.WriteRawValue(Logged(before));
            json.WritePropertyName("after");
            json.WriteRawValue(Logged(policy));
        });
        transaction.Commit();
        return true;
    }

    /// <summary>Sets the policy for what is posted from now on. In a transaction.</summary>
    public void Set(LedgerPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        using var save = store.Prepare(
            "INSERT INTO ledger_policy (seller_id, json, version) VALUES (?1, ?2, 1) ON CONFLICT (seller_id) DO UPDATE SET json = excluded.json, version = ledger_policy.version + 1");
        save.Bind(1, sellerId).Bind(2, Json(policy)).Run();
    }

    // The log is read by programs, which know names as commands spell them.
    private static string Logged(LedgerPolicy policy) => JsonSerializer.Serialize(StoredLedgerPolicy.Of(policy), LedgerPolicyShape.Camel.StoredLedgerPolicy);

    private static string Words(AccountRole role) => string.Concat(role.ToString().Select((letter, place) => place > 0 && char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}"));

    private static string Json(LedgerPolicy policy) => JsonSerializer.Serialize(StoredLedgerPolicy.Of(policy), LedgerPolicyShape.Default.StoredLedgerPolicy);
}

/// <summary>The policy as it is stored; absent values are standard.</summary>
internal sealed record StoredLedgerPolicy(
    string Receivable, string Revenue, string Tax, string DeferredRevenue, string Bank, string CustomerCredit, string WriteOff, string InterestIncome, string FeeIncome,
    string Refunds, string Discounts, ImmutableArray<DunningLevel> Levels, decimal InterestPerYear, int DaysBetween, long LeastMinorUnits, CreditPolicy Credits,
    ImmutableArray<StoredTaxAccount> TaxAccounts = default)
{
    internal static StoredLedgerPolicy Of(LedgerPolicy policy) => new(
        policy.Accounts.Receivable, policy.Accounts.Revenue, policy.Accounts.Tax, policy.Accounts.DeferredRevenue, policy.Accounts.Bank, policy.Accounts.CustomerCredit,
        policy.Accounts.WriteOff, policy.Accounts.InterestIncome, policy.Accounts.FeeIncome, policy.Accounts.Refunds, policy.Accounts.Discounts,
        policy.Dunning.Levels, policy.Dunning.InterestPerYear.Value, policy.Dunning.DaysBetween, policy.Dunning.LeastMinorUnits, policy.Credits,
        [.. policy.Accounts.TaxAccounts.Select(pair => new StoredTaxAccount(pair.Key.Category, pair.Key.Rate.Value, pair.Value)).OrderBy(tax => tax.Category).ThenBy(tax => tax.Rate)]);

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
            TaxAccounts = TaxAccounts.IsDefault
                ? ImmutableDictionary<(TaxCategory Category, Percentage Rate), string>.Empty
                : TaxAccounts.ToImmutableDictionary(tax => (tax.Category, new Percentage(tax.Rate)), tax => tax.Code),
        },
        Dunning = new DunningPolicy { Levels = Levels, InterestPerYear = new Percentage(InterestPerYear), DaysBetween = DaysBetween, LeastMinorUnits = LeastMinorUnits },
        Credits = Credits,
    };
}

/// <summary>The account of one tax as it is stored.</summary>
internal sealed record StoredTaxAccount(TaxCategory Category, decimal Rate, string Code);

/// <summary>Serialises the policy without reflection.</summary>
[JsonSerializable(typeof(StoredLedgerPolicy))]
internal sealed partial class LedgerPolicyShape : JsonSerializerContext
{
    /// <summary>With names in camel case.</summary>
    internal static LedgerPolicyShape Camel { get; } = new(new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase });
}
