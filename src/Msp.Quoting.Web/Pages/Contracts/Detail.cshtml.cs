using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.EntityFrameworkCore.Invoicing;
using Msp.Billing.Rating;
using Msp.Quoting.Web.Charts;
using Msp.Quoting.Web.Localization;
using Msp.Quoting.Web.Sellers;

namespace Msp.Quoting.Web.Pages.Contracts;

/// <summary>One contract: where it is in its life, what it bills and why, how its quantities went, what was changed.</summary>
internal sealed class DetailModel(CurrentSeller seller, Texts texts, Format format) : PageModel
{
    private const int Months = 3;
    private const int Documents = 6;

    public Contract? Contract { get; private set; }

    public Customer? Customer { get; private set; }

    public DateOnly Today => seller.Clock.Today;

    public TimeZoneInfo Zone => seller.Clock.LocalTimeZone;

    public ContractStatus Status { get; private set; }

    public ContractSummary? Summary { get; private set; }

    public DateOnly? BilledThrough { get; private set; }

    public IReadOnlyList<LineHistory> Lines { get; private set; } = [];

    public IReadOnlyList<CourseStep> Course { get; private set; } = [];

    public IReadOnlyList<OutlookMonth> Outlook { get; private set; } = [];

    public string? OutlookProblem { get; private set; }

    public ImmutableArray<DocumentRow> Billed { get; private set; } = [];

    public string PlanName { get; private set; } = "–";

    public IActionResult OnGet(string number)
    {
        using var reader = new ContractReader(seller.Store, seller.Id);
        if (reader.Find(number) is not { } stored)
        {
            return NotFound();
        }

        (Contract, Customer, BilledThrough) = (stored.Contract, stored.Customer, stored.BilledThrough);
        Status = Contract.StatusOn(Today);
        Summary = seller.Contracts.FirstOrDefault(summary => summary.Number == number);
        Lines = [.. ContractHistory.Of(Contract, stored.Counts.Span, null, Today).Lines];
        Course = CourseOf(Contract);
        PlanName = Contract.PlanOn(Today) is { } plan ? seller.PlanName(plan) : texts["Written by hand"];
        (Outlook, OutlookProblem) = ContractOutlook.Of(seller.Store, seller.Id, stored, Today, Months);
        Billed = new DocumentList(seller.Store, seller.Id).Find(null, null, number, Documents);
        return Page();
    }

    /// <summary>The quantity of a line from its first day until today, as steps; empty where it never changed or is counted otherwise.</summary>
    public IReadOnlyList<(DateOnly Day, decimal Quantity)> StepsOf(LineHistory line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var steps = new List<(DateOnly, decimal)>();
        foreach (var change in line.Quantities)
        {
            if (change.Day <= Today)
            {
                steps.Add((change.Day, change.Quantity));
            }
        }

        return steps.Count > 1 ? steps : [];
    }

    private List<CourseStep> CourseOf(Contract contract)
    {
        var steps = new List<CourseStep> { new(texts[Words.Of(contract.InitialStatus)], "", Status == contract.InitialStatus ? 0 : -1) };
        foreach (var (from, status) in contract.StatusChanges().Take(7))
        {
            steps.Add(new CourseStep(texts[Words.Of(status)], format.Day(from), from > Today ? 1 : -1));
        }

        var now = steps.FindLastIndex(step => step.Time <= 0);
        steps[now] = steps[now] with { Time = 0 };
        return steps;
    }
}
