using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Msp.Billing.EntityFrameworkCore.Ledger;
using Msp.Billing.Ledger;
using Msp.Quoting.Web.Localization;
using Msp.Quoting.Web.Sellers;
using Msp.Quoting.Web.Staff;

namespace Msp.Quoting.Web.Pages.Books;

/// <summary>Recognises what a month has earned, and closes it.</summary>
internal sealed class CloseModel(CurrentSeller seller, Texts texts) : BookPageModel(seller, texts)
{
    [BindProperty(SupportsGet = true, Name = "through")]
    public DateOnly? Through { get; set; }

    /// <summary>The last day of the period that is to be closed.</summary>
    public DateOnly Day => Through ?? NextMonth();

    public bool MayClose => Policies.Allows(User, Policies.CloseBooks);

    public DateOnly? ClosedThrough { get; private set; }

    public ImmutableArray<JournalEntry> Due { get; private set; } = [];

    public ImmutableArray<LedgerTie> Ties { get; private set; } = [];

    public int Unmatched { get; private set; }

    public ImmutableArray<ClosedPeriod> Periods { get; private set; } = [];

    public bool IsOver => Day < Today;

    public bool IsClosed => ClosedThrough >= Day;

    public bool IsReady => !IsClosed && IsOver && Due.IsEmpty && Ties.All(tie => tie.Holds);

    public void OnGet()
    {
        ModelState.Clear();
        Load();
    }

    public IActionResult OnPostRecognise() => Do(() =>
    {
        var entries = Ledger.Recognise(Day, Seller.Author);
        Say(entries.IsEmpty ? Texts["Nothing more was earned by then."] : Texts["What was earned by then is recognised."]);
    });

    public IActionResult OnPostClose() => Do(() =>
    {
        Ledger.Close(Day, Seller.Author);
        Say(Texts["The books are closed. Nothing is posted into this period any more."]);
    });

    private IActionResult Do(Action act)
    {
        if (!MayClose)
        {
            return Forbid();
        }

        ModelState.Clear();
        if (!IsOver)
        {
            ModelState.AddModelError("through", Texts["A period is closed when it is over: choose a day before today"]);
        }

        if (ModelState.IsValid && Try(act))
        {
            return Redirect("/books/close?through=" + Key(Day));
        }

        Load();
        return Page();
    }

    private void Load()
    {
        var ledger = Ledger;
        ClosedThrough = ledger.ClosedThrough;
        Due = ledger.ProposeRecognition(Day);
        Ties = ledger.Tie();
        Unmatched = Bank.CountUnmatched();
        Periods = Reader.Closed();
    }

    private DateOnly NextMonth()
    {
        var last = EndOfLastMonth(Today);
        return Ledger.ClosedThrough is { } closed && closed < last ? EndOfLastMonth(closed.AddDays(1).AddMonths(1)) : last;
    }
}
