using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Quoting.Web.Sellers;

namespace Msp.Quoting.Web.Pages.Customers;

/// <summary>The seller's customers, by name.</summary>
internal sealed class IndexModel(CurrentSeller seller) : PageModel
{
    public const int Size = 25;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public int Total { get; private set; }

    public bool IsAnyStored { get; private set; }

    public IReadOnlyList<Customer> Shown { get; private set; } = [];

    /// <summary>By customer: how many contracts run, and how many there are.</summary>
    public IReadOnlyDictionary<string, (int Running, int All)> Contracts { get; private set; } = new Dictionary<string, (int, int)>();

    public async Task OnGetAsync()
    {
        var list = new CustomerList(seller.Store, seller.Id);
        Total = list.Count(Search);
        IsAnyStored = Total > 0 || list.Count() > 0;
        Number = Math.Clamp(Number, 1, Math.Max(1, (Total + Size - 1) / Size));
        Shown = list.Find(Search, (Number - 1) * Size, Size);
        var numbers = Shown.Select(customer => customer.Number).ToList();
        var contracts = await seller.Contracts.Where(contract => numbers.Contains(contract.Customer)).Select(contract => new { contract.Customer, contract.Status }).ToListAsync();
        Contracts = contracts.GroupBy(contract => contract.Customer).ToDictionary(
            group => group.Key, group => (group.Count(contract => ContractLifecycle.IsRunning(contract.Status)), group.Count()), StringComparer.Ordinal);
    }
}
