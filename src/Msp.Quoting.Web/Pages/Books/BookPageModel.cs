using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Msp.Billing.Amounts;
using Msp.Billing.Cli.Output;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.EntityFrameworkCore.Ledger;
using Msp.Billing.Ledger;
using Msp.Quoting.Web.Localization;
using Msp.Quoting.Web.Sellers;
using Msp.Quoting.Web.Staff;

namespace Msp.Quoting.Web.Pages.Books;

/// <summary>What the pages of the books share: the seller's books, pages of lists, and refusals in the reader's words.</summary>
internal abstract class BookPageModel(CurrentSeller seller, Texts texts) : PageModel
{
    /// <summary>How many rows a page has.</summary>
    public const int Size = 50;

    private const int MostOpen = 200;
    private const int MostCredits = 1_000;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public int Total { get; protected set; }

    public DateOnly Today => seller.Clock.Today;

    public TimeZoneInfo Zone => seller.Clock.LocalTimeZone;

    public bool MayWrite => Policies.Allows(User, Policies.WriteBooks);

    protected CurrentSeller Seller => seller;

    protected Texts Texts => texts;

    protected LedgerBook Ledger => new(seller.Store, seller.Id, seller.Clock);

    protected LedgerReader Reader => new(seller.Store, seller.Id);

    protected PaymentBook Payments => new(seller.Store, seller.Id, seller.Clock);

    protected BankBook Bank => new(seller.Store, seller.Id, seller.Clock);

    protected DunningBook Dunning => new(seller.Store, seller.Id, seller.Clock);

    protected StatementBook Statements => new(seller.Store, seller.Id, seller.Clock);

    /// <summary>A day as addresses have it.</summary>
    public static string Key(DateOnly day) => Text.Day(day);

    /// <summary>A customer's name; the number where there is none.</summary>
    public string NameOf(string customer) => NamesOf([customer]).GetValueOrDefault(customer, customer);

    /// <summary>Names of customers by number; a number that is unknown is not there.</summary>
    protected IReadOnlyDictionary<string, string> NamesOf(IEnumerable<string> customers)
    {
        using var reader = new CustomerReader(seller.Store, seller.Id);
        return reader.Names(customers);
    }

    /// <summary>What a customer owes, what was due first before the rest.</summary>
    protected IReadOnlyList<SettlementItem> OwedBy(string customer) => [.. Payments.Open(customer, 0, MostOpen).Where(item => item.Open.MinorUnits > 0)];

    /// <summary>What a customer has to good, by currency.</summary>
    protected IReadOnlyList<Money> CreditOf(string customer) =>
        [.. Payments.Credit(customer, MostCredits).GroupBy(item => item.Open.Currency).Select(group => Money.FromMinorUnits(-group.Sum(item => item.Open.MinorUnits), group.Key))];

    /// <summary>The last day of the month before a day's.</summary>
    protected static DateOnly EndOfLastMonth(DateOnly day) => new DateOnly(day.Year, day.Month, 1).AddDays(-1);

    protected int Skip(int total)
    {
        Total = total;
        Number = Math.Clamp(Number, 1, Math.Max(1, (total + Size - 1) / Size));
        return (Number - 1) * Size;
    }

    /// <summary>Does something, or says in the reader's words why it was refused.</summary>
    protected bool Try(Action act, string field = "")
    {
        try
        {
            act();
            return true;
        }
        catch (AllocationException refused)
        {
            ModelState.AddModelError(field, texts[BookWords.Of(refused.Reason)]);
        }
        catch (ClosedPeriodException refused)
        {
            ModelState.AddModelError(field, texts[BookWords.Of(refused.Reason)]);
        }

        return false;
    }

    protected void Say(string message) => TempData["Message"] = message;

    /// <summary>Whether an amount has no more decimals than its currency, and is above zero.</summary>
    protected static bool IsAmount(decimal? amount, Currency currency) => amount is > 0m and < 1_000_000_000_000m && amount % currency.MinorUnit == 0m;
}
