using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Msp.Billing.Amounts;
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
    public static string Key(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A customer's name; the number where there is none.</summary>
    public string NameOf(string customer)
    {
        using var customers = new CustomerReader(seller.Store, seller.Id);
        return customers.Find(customer)?.Customer.Name ?? customer;
    }

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

    /// <summary>Refuses whoever may only read.</summary>
    protected bool IsReader(ClaimsPrincipal user) => !Policies.Allows(user, Policies.WriteBooks);

    protected void Say(string message) => TempData["Message"] = message;

    /// <summary>Whether an amount has no more decimals than its currency, and is above zero.</summary>
    protected static bool IsAmount(decimal? amount, Currency currency) => amount is > 0m and < 1_000_000_000_000m && amount % currency.MinorUnit == 0m;
}
