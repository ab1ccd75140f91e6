using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Msp.Billing.Contracts;
using Msp.Billing.Documents.EInvoicing;
using Msp.Billing.EntityFrameworkCore;
using Msp.Billing.EntityFrameworkCore.Auditing;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Quoting.Web.Localization;
using Msp.Quoting.Web.Parties;
using Msp.Quoting.Web.Sellers;

namespace Msp.Quoting.Web.Pages.Customers;

/// <summary>What documents need of a customer from the next one on; what was posted keeps what it says.</summary>
internal sealed class BillingModel(CurrentSeller seller, Texts texts) : PageModel
{
    public Customer? Customer { get; private set; }

    public ImmutableArray<PurchaseOrder> Orders { get; private set; } = [];

    [BindProperty]
    public CustomerEntry Entry { get; set; } = new();

    /// <summary>What the customer's last document would break today.</summary>
    public (string Number, ImmutableArray<EInvoiceFinding> Findings)? Check { get; private set; }

    public IActionResult OnGet(string number)
    {
        if (Load(number) is not var (_, version, details, partyVersion) || Customer is not { } customer)
        {
            return NotFound();
        }

        Entry = CustomerEntry.Of(customer, version, details, partyVersion);
        return Page();
    }

    public IActionResult OnPost(string number)
    {
        if (Load(number) is not var (known, _, details, _))
        {
            return NotFound();
        }

        var (changed, wanted) = Entry.To(known, details, new PartyErrors(ModelState, nameof(Entry), texts));
        if (!ModelState.IsValid)
        {
            return Page();
        }

        try
        {
            seller.Record(AuditActions.CustomerDetailsChanged, number, store =>
            {
                new PartyBook(store, seller.Id).SetCustomer(number, wanted, Entry.Version);
                using var writer = new CustomerWriter(store, seller.Id);
                writer.Update(changed, Entry.CustomerVersion);
            });
            TempData["Message"] = texts["Saved. The next document says so; what was posted keeps what it says."];
            return Redirect("/customers/" + number);
        }
        catch (StorageException refused) when (refused.Fault == StorageFault.Conflict)
        {
            ModelState.AddModelError("", texts["Somebody else changed this since you opened the page. Load it again and decide again."]);
            return Page();
        }
    }

    private (Customer Customer, long Version, CustomerDetails Details, long PartyVersion)? Load(string number)
    {
        using var customers = new CustomerReader(seller.Store, seller.Id);
        if (customers.Find(number) is not var (_, customer, version) || new PartyBook(seller.Store, seller.Id).Customer(number) is not var (party, partyVersion))
        {
            return null;
        }

        (Customer, Orders) = (customer, party.Details.PurchaseOrders);
        Check = PartyCheck.Of(seller.Store, seller.Id, number);
        return (customer, version, party.Details, partyVersion);
    }
}
