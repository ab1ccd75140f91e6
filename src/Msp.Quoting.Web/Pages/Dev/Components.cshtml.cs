using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Msp.Billing.Amounts;
using Msp.Quoting.Web.Charts;

namespace Msp.Quoting.Web.Pages.Dev;

/// <summary>Every component in every state, for whoever builds a page; in Development only.</summary>
internal sealed class ComponentsModel(IHostEnvironment environment) : PageModel
{
    private const int Months = 36;

    [BindProperty]
    public Entry Input { get; set; } = new() { Users = 45, Rate = 165.5m };

    public static CostChart Cost { get; } = new(
        Currency.Usd,
        [Line("Basic", 0m, 4_100m, false), Line("Standard", 4_800m, 4_880m, true), Line("Premium", 6_000m, 6_000m, false)],
        new CostBands("Break-fix", Curve(0, 5_500m), Curve(0, 6_200m), Curve(0, 6_940m), Curve(0, 7_700m), Curve(0, 8_900m)),
        3);

    public static IReadOnlyList<TornadoBar> Tornado { get; } =
    [
        new("Incidents per user per month", "0.24", "0.56", -4_000m, 140_000m),
        new("Hours to fix an incident", "1.0", "1.8", 31_000m, 118_000m),
        new("Break-fix hourly rate", "$132", "$198", 45_000m, 97_000m),
        new("Major outages per year", "0.2", "1.4", 50_000m, 92_000m),
    ];

    public static IReadOnlyList<CourseStep> Course { get; } =
        [new("Draft", "", -1), new("Scheduled", "Mar 1, 2026", -1), new("Active", "Apr 1, 2026", 0), new("Notice given", "Jan 2, 2027", 1), new("Ended", "Apr 1, 2027", 1)];

    public IActionResult OnGet(bool wrong = false)
    {
        if (!environment.IsDevelopment())
        {
            return NotFound();
        }

        if (wrong)
        {
            ModelState.SetModelValue("Input.Users", "four", "four");
            ModelState.AddModelError("Input.Users", "Users must be a whole number, such as 1,250");
        }

        return Page();
    }

    /// <summary>A page that fails, to look at what is shown then.</summary>
    public IActionResult OnGetFail() => environment.IsDevelopment() ? throw new InvalidOperationException("This page fails when it is asked to.") : NotFound();

    private static CostSeries Line(string name, decimal start, decimal monthly, bool isSelected) => new(name, Curve(start, monthly), isSelected);

    private static IReadOnlyList<decimal> Curve(decimal start, decimal monthly) => [.. Enumerable.Range(0, Months + 1).Select(month => start + (monthly * month))];

    internal sealed class Entry
    {
        [Display(Name = "Users")]
        public int Users { get; set; }

        [Display(Name = "Hourly rate")]
        public decimal Rate { get; set; }
    }
}
