using Microsoft.AspNetCore.Mvc;
using Msp.Billing.EntityFrameworkCore.Ledger;
using Msp.Quoting.Web.Books;
using Msp.Quoting.Web.Localization;
using Msp.Quoting.Web.Sellers;

namespace Msp.Quoting.Web.Pages.Books;

/// <summary>Decides what one movement of the bank is: a payment of a customer, or none.</summary>
internal sealed class MatchModel(CurrentSeller seller, Texts texts) : BookPageModel(seller, texts)
{
    [BindProperty(SupportsGet = true, Name = "customer")]
    public string? Customer { get; set; }

    [BindProperty]
    public ShareEntry Shares { get; set; } = new();

    [BindProperty]
    public string? Reason { get; set; }

    public UnmatchedEntry? Movement { get; private set; }

    public string? CustomerName { get; private set; }

    public IReadOnlyList<SettlementItem> Open { get; private set; } = [];

    public IActionResult OnGet(long id)
    {
        if (!Load(id))
        {
            return NotFound();
        }

        if (Movement?.Proposal is { } proposal && proposal.Customer == Customer)
        {
            Shares = new ShareEntry { How = ShareChoice.Chosen, Pay = proposal.Shares.ToDictionary(share => share.Invoice, share => (decimal?)share.Amount.Amount) };
        }

        return Page();
    }

    public IActionResult OnPostRecord(long id)
    {
        if (!Load(id) || Movement is null || Customer is null || CustomerName is null)
        {
            return NotFound();
        }

        RecordedPayment? recorded = null;
        if (!ModelState.IsValid || !Try(() => recorded = Bank.Match(id, Customer, Shares.Of(Movement.Entry.Amount.Currency), Seller.Author)) || recorded is null)
        {
            return Page();
        }

        Say(Texts["{0} is recorded.", recorded.Payment.Number]);
        return Redirect("/books/bank");
    }

    public IActionResult OnPostSetAside(long id)
    {
        ModelState.Clear();
        if (!Load(id))
        {
            return NotFound();
        }

        if (string.IsNullOrWhiteSpace(Reason))
        {
            ModelState.AddModelError(nameof(Reason), Texts["Say why: it is recorded"]);
        }

        if (!ModelState.IsValid || !Try(() => Bank.Dismiss(id, Reason?.Trim() ?? "", Seller.Author)))
        {
            return Page();
        }

        Say(Texts["The movement is set aside."]);
        return Redirect("/books/bank");
    }

    private bool Load(long id)
    {
        Movement = Bank.Find(id);
        Customer = string.IsNullOrWhiteSpace(Customer) ? Movement?.Proposal?.Customer : Customer.Trim();
        if (Movement is not null && Customer is not null)
        {
            CustomerName = NameOf(Customer) is var name && name != Customer ? name : null;
            Open = CustomerName is null ? [] : OwedBy(Customer);
            if (CustomerName is null)
            {
                ModelState.AddModelError("customer", Texts["There is no customer with this number."]);
            }
        }

        return Movement is not null;
    }
}
