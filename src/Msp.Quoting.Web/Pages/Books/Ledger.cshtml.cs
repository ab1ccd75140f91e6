using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Msp.Billing.Documents.Accounting;
using Msp.Billing.EntityFrameworkCore.Ledger;
using Msp.Billing.Ledger;
using Msp.Quoting.Web.Localization;
using Msp.Quoting.Web.Sellers;

namespace Msp.Quoting.Web.Pages.Books;

/// <summary>The balance of every account by the end of a day, and the journal to download.</summary>
internal sealed class LedgerModel(CurrentSeller seller, Texts texts) : BookPageModel(seller, texts)
{
    [BindProperty(SupportsGet = true, Name = "day")]
    public DateOnly? Day { get; set; }

    public DateOnly Through => Day ?? Today;

    public ImmutableArray<TrialBalance> Balances { get; private set; } = [];

    public DateOnly? ClosedThrough { get; private set; }

    public void OnGet()
    {
        ModelState.Clear();
        Balances = Ledger.Balance(Through);
        ClosedThrough = Ledger.ClosedThrough;
    }

    public FileContentResult OnGetJournal(JournalFormat format)
    {
        var known = Enum.IsDefined(format) ? format : JournalFormat.Hledger;
        var entries = Ledger.Entries(new LedgerFilter { Through = Through, Take = int.MaxValue }).Select(entry => new NamedJournalEntry(entry.Entry, entry.CustomerName)).ToList();
        var (first, last) = entries.Count == 0 ? (Through, Through) : (entries[0].Entry.Day, Through);
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        new JournalText(text, known, Seller.Seller.Name).Write(first, last, [], Ledger.Balance(last), entries);
        var ending = known == JournalFormat.Beancount ? "beancount" : "journal";
        return File(Encoding.UTF8.GetBytes(text.ToString()), "text/plain; charset=utf-8", $"books-{Key(last)}.{ending}");
    }
}
