using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Msp.Billing.EntityFrameworkCore.Auditing;
using Msp.Quoting.Web.Sellers;

namespace Msp.Quoting.Web.Pages.Audit;

/// <summary>What happened, the newest first, and whether the chain of hashes holds.</summary>
internal sealed class IndexModel(CurrentSeller seller) : PageModel
{
    public const int Size = 50;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public int Total { get; private set; }

    public long? Fault { get; private set; }

    public TimeZoneInfo Zone => seller.Clock.LocalTimeZone;

    public IReadOnlyList<(long Sequence, AuditEntry Entry)> Shown { get; private set; } = [];

    public void OnGet()
    {
        var log = new AuditLog(seller.Store, seller.Id);
        Fault = log.FirstFault();
        var found = log.All().Where(one => Matches(one.Entry)).Reverse().ToList();
        Total = found.Count;
        Number = Math.Clamp(Number, 1, Math.Max(1, (Total + Size - 1) / Size));
        Shown = found.Skip((Number - 1) * Size).Take(Size).ToList();
    }

    private bool Matches(AuditEntry entry) => string.IsNullOrWhiteSpace(Search) ||
        new[] { entry.Author, entry.Action, entry.Subject }.Any(text => text.Contains(Search.Trim(), StringComparison.OrdinalIgnoreCase));
}
