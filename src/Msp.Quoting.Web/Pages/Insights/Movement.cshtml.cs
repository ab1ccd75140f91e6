using Microsoft.AspNetCore.Mvc;
using Msp.Billing.EntityFrameworkCore.Insights;
using Msp.Billing.Insights;
using Msp.Quoting.Web.Insights;

namespace Msp.Quoting.Web.Pages.Insights;

/// <summary>The customers behind a movement.</summary>
internal sealed class MovementModel(InsightDesk desk) : InsightPageModel(desk)
{
    [BindProperty(SupportsGet = true, Name = "kind")]
    public MovementKind? Kind { get; set; }

    public IReadOnlyList<CustomerMovement> Shown { get; private set; } = [];

    public int Total { get; private set; }

    public long Sum { get; private set; }

    public void OnGet()
    {
        Open();
        var found = Reader.Movements(Month, Currency).Where(one => Kind is not { } kind || one.Movement[kind] != 0).OrderByDescending(one => Math.Abs(AmountOf(one))).ToList();
        Total = found.Count;
        Sum = found.Sum(AmountOf);
        Shown = [.. found.Skip(Skip(Total)).Take(Size)];
    }

    public long AmountOf(CustomerMovement one) => Kind is { } kind ? one.Movement[kind] : one.Movement.Closing - one.Movement.Opening;
}
