using System.Collections.Immutable;
using System.Globalization;
using Msp.Billing.Catalog;
using Msp.Billing.Contracts;
using Msp.Billing.Plans;
using Msp.Billing.Quotes;

namespace Msp.Quoting.Web.Quoting;

/// <summary>What a new quote begins with: nothing, a template, another quote, a contract that ends.</summary>
internal static class DraftStart
{
    /// <summary>What is asked of every firm, whether a plan is priced by it or not: the comparison needs it.</summary>
    private static readonly string[] Asked = ["user", "workstation", "server", "site"];

    /// <summary>A draft with the plans of a family, the middle one recommended.</summary>
    /// <param name="family">The plans to choose among.</param>
    /// <param name="counts">What the customer is known to have, by unit.</param>
    /// <param name="customer">Who it is for.</param>
    /// <param name="today">The seller's day.</param>
    /// <param name="validDays">How long it is valid.</param>
    public static QuoteDraft Blank(PlanFamily family, IReadOnlyDictionary<string, decimal> counts, Customer customer, DateOnly today, int validDays) => Dated(
        new QuoteDraft
        {
            Title = family.Name,
            Currency = family.Plans[0].Currency.Code,
            Recommended = family.Plans[family.Plans.Length / 2].Code,
            Options = [.. family.Plans.Select(plan => new DraftOption { Code = plan.Code, Plan = plan.Code, TermMonths = "36", RenewalMonths = "12", Cadence = "1M" })],
            Counts = [.. Units(family).Select(unit => new DraftCount { Code = unit.Code, Name = unit.Plural, Quantity = Known(counts, unit.Code, customer), Follows = FollowedBy(unit) })],
            Discounts = [new DraftDiscount()],
        },
        today,
        validDays);

    /// <summary>A draft that renews a contract, with the counts that it has.</summary>
    public static QuoteDraft Renewal(Contract contract, IReadOnlyDictionary<string, decimal> counts, Customer customer, DateOnly today, int validDays)
    {
        var start = contract.EndAfterNotice(today) is var end && end > today ? end : FirstOfNextMonth(today);
        var draft = QuoteDraft.Renewal(contract.Number, contract.Terms.Currency, start, contract.Terms.Term.Months ?? 12);
        return draft with
        {
            Recommended = draft.Options[0].Code,
            Counts = [.. Asked.Select(BillingUnit.FromCode).Select(unit => new DraftCount { Code = unit.Code, Name = unit.Plural, Quantity = Known(counts, unit.Code, customer) })],
            Discounts = [new DraftDiscount()],
            ValidUntil = Text(today.AddDays(validDays)),
        };
    }

    /// <summary>A copy for another occasion: new days, all else as it was.</summary>
    public static QuoteDraft Dated(QuoteDraft draft, DateOnly today, int validDays) => draft with
    {
        Start = Text(FirstOfNextMonth(today)),
        ValidUntil = Text(today.AddDays(validDays)),
        FirstInvoiceDay = "",
    };

    /// <summary>What of a draft belongs to every customer: without days, counts and notes about one of them.</summary>
    public static QuoteDraft WithoutOccasion(QuoteDraft draft) => draft with
    {
        Start = "",
        ValidUntil = "",
        FirstInvoiceDay = "",
        Renews = "",
        InternalNotes = "",
        Counts = [.. draft.Counts.Select(count => count with { Quantity = "" })],
        Assumptions = [],
        Fit = new DraftFit(),
        SharesFit = false,
    };

    /// <summary>What the customer said in its newest quote, and how it grew by its contracts; what was entered already stays.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="said">What an earlier quote of the same customer knows; null where there is none.</param>
    /// <param name="growth">By how many percent its users became more in the last year; null where that is not known.</param>
    public static QuoteDraft WithKnown(QuoteDraft draft, DraftFit? said, decimal? growth)
    {
        var known = draft.Fit == new DraftFit() ? said ?? draft.Fit : draft.Fit;
        return draft with { Fit = growth is { } percent ? known with { GrowthPercent = percent.ToString("0", CultureInfo.InvariantCulture) } : known };
    }

    /// <summary>The counts that a draft lacks, from what the customer is known to have.</summary>
    public static QuoteDraft WithCounts(QuoteDraft draft, IReadOnlyDictionary<string, decimal> counts, Customer customer) => draft with
    {
        Counts = [.. draft.Counts.Select(count => string.IsNullOrWhiteSpace(count.Quantity) ? count with { Quantity = Known(counts, count.Code, customer) } : count)],
    };

    private static DateOnly FirstOfNextMonth(DateOnly day) => new DateOnly(day.Year, day.Month, 1).AddMonths(1);

    private static string Text(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private static ImmutableArray<BillingUnit> Units(PlanFamily family) =>
    [
        .. Asked.Select(BillingUnit.FromCode).Concat(family.Plans.SelectMany(plan => plan.Charges)
            .Where(charge => charge.Basis != QuantityBasis.Reported && charge.Unit != BillingUnit.Flat).Select(charge => charge.Unit)).Distinct(),
    ];

    // A firewall stands at each site unless somebody counted them.
    private static string FollowedBy(BillingUnit unit) => unit == BillingUnit.ForDevice(DeviceKind.Firewall) ? BillingUnit.Site.Code : "";

    private static string Known(IReadOnlyDictionary<string, decimal> counts, string code, Customer customer) =>
        counts.TryGetValue(code, out var count) ? count.ToString("0.######", CultureInfo.InvariantCulture)
        : code == "site" ? Math.Max(1, customer.Sites.Length).ToString(CultureInfo.InvariantCulture)
        : "";
}
