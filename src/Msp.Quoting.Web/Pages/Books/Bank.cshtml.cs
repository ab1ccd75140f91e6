using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Msp.Billing.EntityFrameworkCore.Ledger;
using Msp.Quoting.Web.Localization;
using Msp.Quoting.Web.Sellers;

namespace Msp.Quoting.Web.Pages.Books;

/// <summary>What the bank says: what is not matched, with what each is thought to pay and why; and what became of the rest.</summary>
internal sealed class BankModel(CurrentSeller seller, Texts texts) : BookPageModel(seller, texts)
{
    [BindProperty(SupportsGet = true, Name = "state")]
    public BankMovementState State { get; set; } = BankMovementState.Open;

    public ImmutableSortedDictionary<BankMovementState, int> Counts { get; private set; } = ImmutableSortedDictionary<BankMovementState, int>.Empty;

    public ImmutableArray<UnmatchedEntry> Open { get; private set; } = [];

    public ImmutableArray<BankMovement> Done { get; private set; } = [];

    /// <summary>Of what is shown, how many are certain.</summary>
    public int Certain => Open.Count(entry => entry.Proposal is { IsCertain: true });

    public void OnGet()
    {
        State = Enum.IsDefined(State) ? State : BankMovementState.Open;
        ModelState.Clear();
        var bank = Bank;
        Counts = Enum.GetValues<BankMovementState>().ToImmutableSortedDictionary(state => state, bank.Count);
        var skip = Skip(Counts[State]);
        if (State == BankMovementState.Open)
        {
            Open = bank.Unmatched(skip, Size);
        }
        else
        {
            Done = bank.Movements(State, skip, Size);
        }
    }

    public IActionResult OnPostCertain()
    {
        if (!MayWrite)
        {
            return Forbid();
        }

        var payments = ImmutableArray<RecordedPayment>.Empty;
        if (Try(() => payments = Bank.MatchCertain(Seller.Author)))
        {
            Say(Texts.Count(payments.Length, "1 payment is recorded.", "{0} payments are recorded."));
            return Redirect(payments.IsEmpty ? "/books/bank" : "/books/bank?state=Recorded");
        }

        OnGet();
        return Page();
    }
}
