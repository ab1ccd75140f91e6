using Microsoft.AspNetCore.Mvc.RazorPages;
using Msp.Billing.Catalog;
using Msp.Billing.Cli.Importing;
using Msp.Billing.Plans;
using Msp.Quoting.Web.Sellers;

namespace Msp.Quoting.Web.Pages.Catalog;

/// <summary>What is sold: plans with what they cover and cost, and price books with their days.</summary>
internal sealed class IndexModel(CurrentSeller seller) : PageModel
{
    public ImportedCatalog Catalog => seller.Catalog;

    public DateOnly Today => seller.Clock.Today;

    public static IReadOnlyList<ServiceLine> ServiceLines { get; } = [.. Enum.GetValues<ServiceLine>()];

    /// <summary>The price of a charge today: the book's in the plan's currency, or else the plan's own.</summary>
    public Pricing PriceOf(Charge charge)
    {
        ArgumentNullException.ThrowIfNull(charge);
        var book = Catalog.PriceBooks.All.FirstOrDefault(one => one.Currency == charge.Pricing.Currency && one.Holds(Today));
        return book?.Find(charge.Code) ?? (charge.Service is { } service ? book?.Find(service) : null) ?? charge.Pricing;
    }
}
