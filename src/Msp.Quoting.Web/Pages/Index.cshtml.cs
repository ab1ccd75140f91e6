using Microsoft.AspNetCore.Mvc.RazorPages;
using Msp.Quoting.Web.Sellers;

namespace Msp.Quoting.Web.Pages;

/// <summary>What waits for whom, by role.</summary>
internal sealed class IndexModel(CurrentSeller seller) : PageModel
{
    public CurrentSeller Current => seller;

    public void OnGet()
    {
    }
}
