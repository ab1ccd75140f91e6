using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.EntityFrameworkCore.Ledger;
using Msp.Billing.Ledger;
using Msp.Quoting.Web.Books;
using Msp.Quoting.Web.Components;
using Msp.Quoting.Web.Localization;
using Msp.Quoting.Web.Sellers;
using Msp.Quoting.Web.Staff;

namespace Msp.Quoting.Web.Pages.Books;

/// <summary>The account map, what becomes of credit notes, and how customers are reminded. Read by everybody who reads the books, changed by finance approvers.</summary>
internal sealed class SettingsModel(CurrentSeller seller, Texts texts) : BookPageModel(seller, texts)
{
    private const int MostLevels = 9;
    private const int LongestCode = 60;

    [BindProperty]
    public Dictionary<string, string?> Codes { get; set; } = [];

    /// <summary>The accounts of single taxes, by category and rate.</summary>
    [BindProperty]
    public Dictionary<string, string?> TaxCodes { get; set; } = [];

    [BindProperty]
    public CreditPolicy Credits { get; set; }

    [BindProperty]
    public List<LevelEntry> Levels { get; set; } = [];

    [BindProperty]
    public RuleEntry Input { get; set; } = new();

    public bool MayChange => Policies.Allows(User, Policies.CloseBooks);

    public Currency Currency => Seller.Seller.Currency;

    public IReadOnlyList<(string Key, TaxCategory Category, Percentage Rate, string Default)> Taxes { get; private set; } = [];

    public void OnGet() => Fill(Policy.Get());

    public IActionResult OnPostAccounts()
    {
        if (!MayChange)
        {
            return Forbid();
        }

        ModelState.Clear();
        var before = Policy.Get();
        var (map, codes, taxes, credits) = (before.Accounts with { TaxAccounts = AccountMap.Standard.TaxAccounts }, Codes, TaxCodes, Credits);
        foreach (var role in AccountFields.Roles)
        {
            var code = codes.GetValueOrDefault(role.ToString())?.Trim() ?? "";
            if (code.Length is 0 or > LongestCode)
            {
                ModelState.AddModelError($"Codes[{role}]", Texts["Write an account of 1 to 60 characters, such as {0}", AccountMap.Standard.CodeOf(role)]);
            }
            else
            {
                map = map.With(role, code);
            }
        }

        Fill(before);
        (Codes, TaxCodes, Credits) = (codes, taxes, credits);
        foreach (var tax in Taxes.Where(tax => !string.IsNullOrWhiteSpace(taxes.GetValueOrDefault(tax.Key))))
        {
            var code = taxes.GetValueOrDefault(tax.Key)?.Trim() ?? "";
            if (code.Length > LongestCode)
            {
                ModelState.AddModelError($"TaxCodes[{tax.Key}]", Texts["Write an account of 1 to 60 characters, such as {0}", tax.Default]);
            }
            else
            {
                map = map with { TaxAccounts = map.TaxAccounts.SetItem((tax.Category, tax.Rate), code) };
            }
        }

        if (ModelState.IsValid && map.Clash is (var first, var second, var same))
        {
            ModelState.AddModelError($"Codes[{first}]", Texts["{0} and {1} are both {2}: what they hold could not be told apart", Texts[BookWords.Of(first)], Texts[BookWords.Of(second)], same]);
        }

        return ModelState.IsValid ? Save(before with { Accounts = map, Credits = Enum.IsDefined(credits) ? credits : before.Credits }) : Page();
    }

    public IActionResult OnPostReminders()
    {
        if (!MayChange)
        {
            return Forbid();
        }

        ModelState.KeepOnly("Levels", "Input");

        var before = Policy.Get();
        var (levels, input) = (Levels.Take(MostLevels).ToList(), Input);
        var days = 0;
        for (var i = 0; i < levels.Count; i++)
        {
            days = Check(levels[i], i, days);
        }

        if (levels.All(level => level.IsEmpty))
        {
            ModelState.AddModelError("Levels[0].Days", Texts["Reminders need at least one level"]);
        }

        if (!ModelState.IsValid)
        {
            Fill(before);
            (Levels, Input) = (levels, input);
            return Page();
        }

        return Save(before with
        {
            Dunning = new DunningPolicy
            {
                Levels = [.. levels.Where(level => !level.IsEmpty).Select(level => new DunningLevel(level.Days ?? 0, level.Title?.Trim() ?? "", level.Text?.Trim() ?? "", new Money(level.Fee ?? 0m, Currency).MinorUnits, level.Interest))],
                InterestPerYear = new Percentage(input.Interest),
                DaysBetween = input.DaysBetween,
                LeastMinorUnits = new Money(input.Least, Currency).MinorUnits,
            },
        });
    }

    private LedgerPolicies Policy => new(Seller.Store, Seller.Id);

    private int Check(LevelEntry level, int place, int before)
    {
        if (level.IsEmpty)
        {
            return before;
        }

        void Wrong(string field, string message) => ModelState.AddModelError(string.Create(CultureInfo.InvariantCulture, $"Levels[{place}].{field}"), message);
        if (level.Days is not { } days || days <= before || days > 3650)
        {
            Wrong("Days", Texts["Level {0}: enter more days than the level before, at least {1}", place + 1, before + 1]);
        }

        if (string.IsNullOrWhiteSpace(level.Title) || level.Title.Length > 200)
        {
            Wrong("Title", Texts["Level {0}: give it a title", place + 1]);
        }

        if (string.IsNullOrWhiteSpace(level.Text) || level.Text.Length > 4000)
        {
            Wrong("Text", Texts["Level {0}: write what the customer reads", place + 1]);
        }

        if (level.Fee is < 0m or > 1_000_000m || (level.Fee ?? 0m) % Currency.MinorUnit != 0m)
        {
            Wrong("Fee", Texts["Level {0}: a fee is zero or more, with at most {1} decimals", place + 1, Currency.Decimals]);
        }

        return Math.Max(before, level.Days ?? before);
    }

    private RedirectResult Save(LedgerPolicy policy)
    {
        Say(Policy.Change(policy, Seller.Author, Seller.Clock) ? Texts["Saved. It holds for what is booked and reminded from now on."] : Texts["Nothing was changed."]);
        return Redirect("/books/settings");
    }

    private void Fill(LedgerPolicy policy)
    {
        Codes = AccountFields.Roles.ToDictionary(role => role.ToString(), role => (string?)policy.Accounts.CodeOf(role));
        var plain = policy.Accounts with { TaxAccounts = AccountMap.Standard.TaxAccounts };
        Taxes =
        [
            .. new SellerBook(Seller.Store).TaxTableOf(Seller.Id).Rates.Select(rate => (rate.Category, rate.Rate)).Concat(policy.Accounts.TaxAccounts.Keys).Distinct().Where(tax => tax.Rate.Value > 0m)
                .OrderBy(tax => tax.Category).ThenByDescending(tax => tax.Rate.Value)
                .Select(tax => (string.Create(CultureInfo.InvariantCulture, $"{tax.Category}-{tax.Rate.Value:0.####}"), tax.Category, tax.Rate, plain.TaxOf(tax.Category, tax.Rate).Code)),
        ];
        TaxCodes = Taxes.ToDictionary(tax => tax.Key, tax => policy.Accounts.TaxAccounts.TryGetValue((tax.Category, tax.Rate), out var code) ? code : null);
        Credits = policy.Credits;
        Levels =
        [
            .. policy.Dunning.Levels.Select(level => new LevelEntry
            {
                Days = level.DaysOverdue, Title = level.Title, Text = level.Text, Interest = level.ChargesInterest,
                Fee = level.FeeMinorUnits == 0 ? null : Money.FromMinorUnits(level.FeeMinorUnits, Currency).Amount,
            }),
        ];
        if (Levels.Count < MostLevels)
        {
            Levels.Add(new LevelEntry());
        }

        Input = new RuleEntry
        {
            Interest = policy.Dunning.InterestPerYear.Value,
            DaysBetween = policy.Dunning.DaysBetween,
            Least = Money.FromMinorUnits(policy.Dunning.LeastMinorUnits, Currency).Amount,
        };
    }

    internal sealed class RuleEntry
    {
        [Display(Name = "Interest a year")]
        [Range(0, 50, ErrorMessage = "Interest is between 0 and 50 percent a year")]
        public decimal Interest { get; set; }

        [Display(Name = "Between two reminders")]
        [Range(0, 365, ErrorMessage = "Between two reminders are 0 to 365 days")]
        public int DaysBetween { get; set; }

        [Display(Name = "Not for less than")]
        [Range(0, 1_000_000, ErrorMessage = "The least amount is zero or more")]
        public decimal Least { get; set; }
    }
}
