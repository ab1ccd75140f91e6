using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Msp.Billing.EntityFrameworkCore.Ledger;
using Msp.Billing.EntityFrameworkCore.Runs;
using Msp.Billing.Runs;
using Msp.Quoting.Web.Books;
using Msp.Quoting.Web.Localization;
using Msp.Quoting.Web.Sellers;

namespace Msp.Quoting.Web.Pages.Books;

/// <summary>One run counted five ways: what was approved, lines and taxes, documents, journal, and the journal as it is exported.</summary>
internal sealed class TieModel(CurrentSeller seller, Texts texts) : BookPageModel(seller, texts)
{
    private const int MostRuns = 36;

    [BindProperty(SupportsGet = true, Name = "run")]
    public string? Run { get; set; }

    public IReadOnlyList<RunSummary> Runs { get; private set; } = [];

    public RunSummary? Chosen { get; private set; }

    /// <summary>The sums by currency.</summary>
    public IReadOnlyList<RunTie> Rows { get; private set; } = [];

    /// <summary>Everything that was ever posted.</summary>
    public ImmutableArray<LedgerTie> All { get; private set; } = [];

    public void OnGet()
    {
        var ledger = Ledger;
        ledger.Book();
        Runs = [.. new RunBook(Seller.Store, Seller.Id).All(MostRuns).Where(run => run.Status == RunStatus.Posted)];
        Chosen = Runs.FirstOrDefault(run => run.Number == Run) ?? (Runs.Count > 0 ? Runs[0] : null);
        All = ledger.Tie();
        Rows = Chosen is null ? [] : RunTie.Of(ledger, Chosen, Seller.Seller.Name);
    }
}
