using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Msp.Billing.Catalog;
using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.EntityFrameworkCore.Invoicing;
using Msp.Billing.EntityFrameworkCore.Quotes;
using Msp.Quoting.Web.Sellers;
using Msp.Quoting.Web.Staff;

namespace Msp.Quoting.Web.Pages.Customers;

/// <summary>One customer: what it has, what is agreed, what was billed.</summary>
internal sealed class DetailModel(CurrentSeller seller) : PageModel
{
    public const int Documents = 8;
    private const int MostMembers = 200;

    public Customer? Customer { get; private set; }

    public IReadOnlyList<ContractSummary> Contracts { get; private set; } = [];

    public IReadOnlyList<(BillingUnit Unit, decimal Quantity)> Counts { get; private set; } = [];

    /// <summary>Its quotes, the last changed first; none for who may not read quotes.</summary>
    public QuotePage Quotes { get; private set; } = new([], 0);

    public ImmutableArray<DocumentRow> Billed { get; private set; } = [];

    public IReadOnlyList<Customer> Members { get; private set; } = [];

    public string PlanName(string? code) => code is null ? "–" : seller.PlanName(code);

    public async Task<IActionResult> OnGetAsync(string number)
    {
        using var customers = new CustomerReader(seller.Store, seller.Id);
        Customer = customers.Find(number)?.Customer;
        if (Customer is null)
        {
            return NotFound();
        }

        Contracts = await seller.Contracts.Where(contract => contract.Customer == number).OrderBy(contract => contract.Number).ToListAsync();
        using var reader = new ContractReader(seller.Store, seller.Id);
        Counts = CustomerCounts.On(seller.Clock.Today, Contracts.Select(contract => reader.Find(contract.Number)).OfType<StoredContract>());
        if (Policies.Allows(User, Policies.ReadQuotes))
        {
            Quotes = new QuoteList(seller.Store, seller.Id).Find(new QuoteFilter(seller.Clock.Today) { Customer = number, PageSize = Documents });
        }

        Billed = new DocumentList(seller.Store, seller.Id).Find(null, number, null, Documents);
        Members = new CustomerList(seller.Store, seller.Id).Members(number, MostMembers);
        return Page();
    }
}
