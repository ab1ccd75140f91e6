using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Msp.Billing.Amounts;
using Msp.Billing.EntityFrameworkCore.Ledger;
using Msp.Billing.Ledger;
using Msp.Billing.Periods;
using Msp.Quoting.Web.Localization;
using Msp.Quoting.Web.Sellers;

namespace Msp.Quoting.Web.Pages.Books;

/// <summary>A customer's statement: what was owed, what happened, what is owed; and what was open by the end of its last day.</summary>
internal sealed class CustomerModel(CurrentSeller seller, Texts texts) : BookPageModel(seller, texts)
{
    [BindProperty(SupportsGet = true, Name = "from")]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "through")]
    public DateOnly? Through { get; set; }

    public string Customer { get; private set; } = "";

    public string CustomerName { get; private set; } = "";

    public string SellerName => Seller.Seller.Name;

    public DateOnly First => From ?? new DateOnly(Last.Year, 1, 1);

    public DateOnly Last => Through ?? Today;

    public ImmutableArray<CustomerStatement> Shown { get; private set; } = [];

    /// <summary>Invoices and late charges that were open by the end of the last day.</summary>
    public ImmutableArray<SettlementItem> Owed { get; private set; } = [];

    /// <summary>What payments and credit notes had left by then, by currency; below zero. With what was owed it is the closing balance.</summary>
    public IReadOnlyList<Money> Credit { get; private set; } = [];

    /// <summary>What has something left today.</summary>
    public IReadOnlyList<SettlementItem> Left { get; private set; } = [];

    public bool HasCredit => Left.Count > 0;

    public DateOnly? PausedThrough { get; private set; }

    public IActionResult OnGet(string number)
    {
        (Customer, CustomerName) = (number, NameOf(number));
        if (CustomerName == number)
        {
            return NotFound();
        }

        if (!ModelState.IsValid || First > Last)
        {
            ModelState.Clear();
            (From, Through) = (null, null);
        }

        Shown = Statements.Statements(number, new ServicePeriod(First, Last.AddDays(1)));
        Owed = Statements.OwedOn(Last, number);
        Credit =
        [
            .. Shown.Select(statement => statement.Closing - Money.FromMinorUnits(
                Owed.Where(item => item.Open.Currency == statement.Closing.Currency).Sum(item => item.Open.MinorUnits), statement.Closing.Currency)).Where(left => !left.IsZero),
        ];
        Left = Payments.Credit(number);
        PausedThrough = Dunning.PausedThrough(number) is { } paused && paused >= Today ? paused : null;
        return Page();
    }

    /// <summary>Where a line of the statement comes from; null where there is no page of it.</summary>
    public static string? LinkOf(StatementLine line) => line.Source switch
    {
        JournalSource.Document or JournalSource.WriteOff => "/invoices/" + line.Reference,
        JournalSource.Payment or JournalSource.Refund => "/books/payments/" + line.Reference,
        JournalSource.LateCharge => "/books/reminders?view=sent",
        _ => null,
    };
}
