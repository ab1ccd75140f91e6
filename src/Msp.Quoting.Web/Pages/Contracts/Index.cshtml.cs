using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Quoting.Web.Sellers;

namespace Msp.Quoting.Web.Pages.Contracts;

/// <summary>The seller's contracts as they stand today.</summary>
internal sealed class IndexModel(CurrentSeller seller) : PageModel
{
    public const int Size = 25;

    /// <summary>How far ahead the renewal queue looks, in days.</summary>
    public const int RenewalDays = 90;

    public static IReadOnlyList<string> Views { get; } = ["running", "renewals", "all"];

    [BindProperty(SupportsGet = true, Name = "view")]
    public string Shows { get; set; } = "running";

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public int Total { get; private set; }

    public IReadOnlyDictionary<string, int> Sizes { get; private set; } = new Dictionary<string, int>();

    public IReadOnlyList<ContractSummary> Shown { get; private set; } = [];

    public IReadOnlyDictionary<string, string> Names { get; private set; } = new Dictionary<string, string>();

    public string PlanName(string? code) => code is null ? "–" : seller.PlanName(code);

    public async Task OnGetAsync()
    {
        Shows = Views.Contains(Shows) ? Shows : Views[0];
        var sizes = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var view in Views)
        {
            sizes[view] = await Of(view, null).CountAsync();
        }

        Sizes = sizes;
        var found = Of(Shows, Search);
        Total = await found.CountAsync();
        Number = Math.Clamp(Number, 1, Math.Max(1, (Total + Size - 1) / Size));
        Shown = await found.Skip((Number - 1) * Size).Take(Size).ToListAsync();
        using var reader = new CustomerReader(seller.Store, seller.Id);
        Names = reader.Names(Shown.Select(contract => contract.Customer));
    }

    private IQueryable<ContractSummary> Of(string view, string? letters)
    {
        var today = seller.Clock.Today;
        var contracts = seller.ContractsWith(letters);
        return view switch
        {
            "renewals" => contracts.Satisfying(new ContractsToRenew(today, today.AddDays(RenewalDays + 1))),
            "running" => contracts.Where(contract =>
                contract.Status == ContractStatus.Active || contract.Status == ContractStatus.Suspended || contract.Status == ContractStatus.NoticeGiven ||
                contract.Status == ContractStatus.SuspendedInNotice).OrderBy(contract => contract.Number),
            _ => contracts.OrderBy(contract => contract.Number),
        };
    }
}
