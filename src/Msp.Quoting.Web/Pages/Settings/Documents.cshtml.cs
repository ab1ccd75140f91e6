using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Msp.Billing.Documents.EInvoicing;
using Msp.Billing.EntityFrameworkCore;
using Msp.Billing.EntityFrameworkCore.Auditing;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Quoting.Web.Localization;
using Msp.Quoting.Web.Parties;
using Msp.Quoting.Web.Sellers;

namespace Msp.Quoting.Web.Pages.Settings;

/// <summary>What documents say of the seller from the next one on; what was posted keeps what it says.</summary>
internal sealed class DocumentsModel(CurrentSeller seller, Texts texts) : PageModel
{
    [BindProperty]
    public SellerEntry Entry { get; set; } = new();

    /// <summary>What the last document would break today.</summary>
    public (string Number, ImmutableArray<EInvoiceFinding> Findings)? Check { get; private set; }

    public void OnGet()
    {
        var (party, version) = new PartyBook(seller.Store, seller.Id).Seller();
        Entry = SellerEntry.Of(party.Details, version);
        ReadCheck();
    }

    public IActionResult OnPost()
    {
        var parties = new PartyBook(seller.Store, seller.Id);
        var details = Entry.ToDetails(parties.Seller().Party.Details, new PartyErrors(ModelState, nameof(Entry), texts));
        if (ModelState.IsValid)
        {
            try
            {
                seller.Record(AuditActions.SellerDetailsChanged, seller.Seller.Code, store => new PartyBook(store, seller.Id).SetSeller(details, Entry.Version));
                TempData["Message"] = texts["Saved. The next document says so; what was posted keeps what it says."];
                return RedirectToPage();
            }
            catch (StorageException refused) when (refused.Fault == StorageFault.Conflict)
            {
                ModelState.AddModelError("", texts["Somebody else changed this since you opened the page. Load it again and decide again."]);
            }
        }

        ReadCheck();
        return Page();
    }

    private void ReadCheck() => Check = PartyCheck.Of(seller.Store, seller.Id, null);
}
