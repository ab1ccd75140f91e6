using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Msp.Billing.Amounts;
using Msp.Billing.EntityFrameworkCore.Runs;
using Msp.Quoting.Web.Localization;
using Msp.Quoting.Web.Runs;
using Msp.Quoting.Web.Sellers;

namespace Msp.Quoting.Web.Pages.Runs;

/// <summary>One contract of a run: last month beside this month, line by line, each with its arithmetic.</summary>
internal sealed class ContractModel(CurrentSeller seller, Texts texts, Format format) : PageModel
{
    public RunSummary? Run { get; private set; }

    public RunContract? Contract { get; private set; }

    public string Before { get; private set; } = "";

    public IReadOnlyList<MonthPair> Lines { get; private set; } = [];

    public IReadOnlyList<string> TaxArithmetic { get; private set; } = [];

    public Currency Currency { get; private set; }

    public IActionResult OnGet(string number, string contract)
    {
        var book = new RunBook(seller.Store, seller.Id);
        Run = book.Find(number);
        Contract = book.Contract(number, contract);
        if (Run is not { } run || Contract is not { } found)
        {
            return NotFound();
        }

        Currency = found.Review.Item.Total.Currency;
        Before = run.PreviousNumber is { } before && book.Find(before) is { } previous ? format.Month(previous.Through) : texts["Before"];
        Lines = MonthPair.Of(found.Document, found.Previous, found.Explanation);
        TaxArithmetic = found.Document is { } document ? [.. MonthPair.TaxArithmetic(document, found.Explanation)] : [];
        return Page();
    }
}
