using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Msp.Billing.EntityFrameworkCore.Ledger;
using Msp.Billing.Ledger;
using Msp.Quoting.Web.Localization;
using Msp.Quoting.Web.Sellers;

namespace Msp.Quoting.Web.Pages.Books;

/// <summary>Payments, the newest first.</summary>
internal sealed class PaymentsModel(CurrentSeller seller, Texts texts) : BookPageModel(seller, texts)
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "kind")]
    public PaymentKind? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "from")]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "through")]
    public DateOnly? Through { get; set; }

    [BindProperty(SupportsGet = true, Name = "left")]
    public bool OnlyLeft { get; set; }

    public bool IsFiltered => Kind is not null || From is not null || Through is not null || OnlyLeft || !string.IsNullOrWhiteSpace(Search);

    public bool IsAnyStored { get; private set; }

    public ImmutableArray<RecordedPayment> Shown { get; private set; } = [];

    public void OnGet()
    {
        ModelState.Clear();
        var payments = Payments;
        var filter = new PaymentFilter { Search = Search, Kind = Kind, From = From, Through = Through, OnlyUnallocated = OnlyLeft };
        var skip = Skip(payments.Count(filter));
        Shown = payments.List(filter with { Skip = skip, Take = Size });
        IsAnyStored = Total > 0 || payments.Count(new PaymentFilter()) > 0;
    }
}
