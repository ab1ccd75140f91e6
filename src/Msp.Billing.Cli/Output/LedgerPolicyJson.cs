using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Ledger;

namespace Msp.Billing.Cli.Output;

/// <summary>How books are kept: accounts, taxes with accounts of their own, credit notes, reminders. The same shape is shown and set; what is left out is standard.</summary>
/// <param name="Accounts">Codes by what they are for, such as <c>receivable</c>.</param>
/// <param name="TaxAccounts">Taxes that have an account of their own.</param>
/// <param name="Credits"><c>applyToOpen</c> or <c>carry</c>.</param>
/// <param name="InterestPercent">Interest a year, in percent.</param>
/// <param name="DaysBetween">At least so many days between two reminders of one invoice.</param>
/// <param name="LeastAmount">Less is not reminded of; in the seller's currency.</param>
/// <param name="Levels">The levels of reminding.</param>
internal sealed record LedgerPolicyJson(
    IReadOnlyDictionary<string, string>? Accounts, IReadOnlyList<TaxAccountJson>? TaxAccounts, string? Credits, decimal? InterestPercent, int? DaysBetween, decimal? LeastAmount,
    IReadOnlyList<DunningLevelJson>? Levels)
{
    /// <summary>The shape of a policy.</summary>
    public static LedgerPolicyJson Of(LedgerPolicy policy, Currency currency) => new(
        new SortedDictionary<string, string>(Enum.GetValues<AccountRole>().ToDictionary(EnumText.Name, policy.Accounts.CodeOf), StringComparer.Ordinal),
        [.. policy.Accounts.TaxAccounts.OrderBy(tax => tax.Key.Category).ThenBy(tax => tax.Key.Rate.Value).Select(tax => new TaxAccountJson(EnumText.Name(tax.Key.Category), tax.Key.Rate.Value, tax.Value))],
        EnumText.Name(policy.Credits), policy.Dunning.InterestPerYear.Value, policy.Dunning.DaysBetween, Money.FromMinorUnits(policy.Dunning.LeastMinorUnits, currency).Amount,
        [.. policy.Dunning.Levels.Select(level => new DunningLevelJson(level.DaysOverdue, level.Title, level.Text, Money.FromMinorUnits(level.FeeMinorUnits, currency).Amount, level.ChargesInterest))]);

    /// <summary>The policy that it says.</summary>
    /// <exception cref="ArgumentException">It says something that is none; the message says what.</exception>
    public LedgerPolicy ToPolicy(Currency currency)
    {
        var accounts = AccountMap.Standard;
        foreach (var (name, code) in Accounts ?? new Dictionary<string, string>())
        {
            var role = Enum.GetValues<AccountRole>().FirstOrDefault(one => EnumText.Name(one) == name);
            accounts = role == 0
                ? throw new ArgumentException($"accounts: '{name}' is no account; there is {string.Join(", ", Enum.GetValues<AccountRole>().Select(EnumText.Name))}.")
                : accounts.With(role, code);
        }

        foreach (var tax in TaxAccounts ?? [])
        {
            var category = Enum.GetValues<TaxCategory>().FirstOrDefault(one => EnumText.Name(one) == tax.Category);
            accounts = category != 0 && !string.IsNullOrWhiteSpace(tax.Account)
                ? accounts with { TaxAccounts = accounts.TaxAccounts.SetItem((category, new Percentage(tax.Percent)), tax.Account) }
                : throw new ArgumentException($"taxAccounts: '{tax.Category}' with account '{tax.Account}' is none; the categories are {string.Join(", ", Enum.GetValues<TaxCategory>().Select(EnumText.Name))}.");
        }

        var credits = Enum.GetValues<CreditPolicy>().FirstOrDefault(one => EnumText.Name(one) == (Credits ?? EnumText.Name(CreditPolicy.ApplyToOpen)));
        return new LedgerPolicy
        {
            Accounts = accounts,
            Credits = credits != 0 ? credits : throw new ArgumentException($"credits: '{Credits}' is not applyToOpen or carry."),
            Dunning = DunningOf(currency),
        };
    }

    private DunningPolicy DunningOf(Currency currency)
    {
        var standard = DunningPolicy.Standard;
        if (InterestPercent is < 0m or > 50m || DaysBetween is < 0 or > 365 || LeastAmount < 0m)
        {
            throw new ArgumentException(FormattableString.Invariant($"interestPercent is 0 to 50, daysBetween 0 to 365 and leastAmount zero or more; there is {InterestPercent}, {DaysBetween} and {LeastAmount}."));
        }

        return new DunningPolicy
        {
            Levels = Levels is null ? standard.Levels : [.. Levels.Select(level => new DunningLevel(level.Days, level.Title ?? "", level.Text ?? "", new Money(level.Fee, currency).MinorUnits, level.Interest))],
            InterestPerYear = new Percentage(InterestPercent ?? 0m),
            DaysBetween = DaysBetween ?? standard.DaysBetween,
            LeastMinorUnits = new Money(LeastAmount ?? 0m, currency).MinorUnits,
        };
    }
}
