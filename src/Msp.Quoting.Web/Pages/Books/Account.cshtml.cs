using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Msp.Billing.Amounts;
using Msp.Billing.EntityFrameworkCore.Ledger;
using Msp.Billing.Ledger;
using Msp.Billing.Periods;
using Msp.Quoting.Web.Localization;
using Msp.Quoting.Web.Sellers;
using LedgerAccount = Msp.Billing.Ledger.Account;

namespace Msp.Quoting.Web.Pages.Books;

/// <summary>One account in one currency: what stood on it, what moved it, what stands on it.</summary>
internal sealed class AccountModel(CurrentSeller seller, Texts texts) : BookPageModel(seller, texts)
{
    [BindProperty(SupportsGet = true, Name = "role")]
    public AccountRole Role { get; set; }

    [BindProperty(SupportsGet = true, Name = "code")]
    public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "currency")]
    public string CurrencyCode { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "from")]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "through")]
    public DateOnly? Through { get; set; }

    public DateOnly Last => Through ?? Today;

    public DateOnly First => From is { } from && from <= Last ? from : new DateOnly(Last.Year, 1, 1);

    public Money Opening { get; private set; }

    public Money Closing { get; private set; }

    public ImmutableArray<AccountMovement> Shown { get; private set; } = [];

    public IActionResult OnGet()
    {
        ModelState.Clear();
        if (!Enum.IsDefined(Role) || !Currency.TryFromCode(CurrencyCode, out var currency) || string.IsNullOrWhiteSpace(Code))
        {
            return NotFound();
        }

        var (account, days) = (new LedgerAccount(Role, Code), new ServicePeriod(First, Last.AddDays(1)));
        Opening = On(Ledger.Balance(First.AddDays(-1)), account, currency);
        Closing = On(Ledger.Balance(Last), account, currency);
        Shown = Reader.Movements(account, currency, days, Opening, Skip(Reader.Count(account, currency, days)), Size);
        return Page();
    }

    private static Money On(ImmutableArray<TrialBalance> balances, LedgerAccount account, Currency currency) =>
        Money.FromMinorUnits(balances.Where(balance => balance.Currency == currency).SelectMany(balance => balance.Lines).Where(line => line.Account == account).Sum(line => line.MinorUnits), currency);
}
