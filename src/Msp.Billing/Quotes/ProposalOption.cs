using System.Collections.Immutable;
using Msp.Billing.Amounts;
using Msp.Billing.Periods;

namespace Msp.Billing.Quotes;

/// <summary>An option as a customer sees it. Amounts are before tax, but for the invoices; see <see cref="OptionFigures"/> for what each means.</summary>
public sealed class ProposalOption
{
    /// <summary>Unique in the quote.</summary>
    public required string Code { get; init; }

    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>What it promises; null where the lines were written by hand.</summary>
    public required OfferedPlan? Plan { get; init; }

    /// <summary>Whether the seller recommends it.</summary>
    public required bool IsRecommended { get; init; }

    /// <summary>The first billed day.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>The first term in months; null for evergreen.</summary>
    public required int? TermMonths { get; init; }

    /// <summary>By how many months it renews; null when it ends with its term.</summary>
    public required int? RenewalMonths { get; init; }

    /// <summary>Days of notice.</summary>
    public required int NoticeDays { get; init; }

    /// <summary>Days from issue to due.</summary>
    public required int PaymentDays { get; init; }

    /// <summary>How often the plan is billed.</summary>
    public required Cadence Cadence { get; init; }

    /// <summary>What recurs, per month.</summary>
    public required Money Monthly { get; init; }

    /// <summary>The same before discounts.</summary>
    public required Money MonthlyBeforeDiscounts { get; init; }

    /// <summary>What is billed once.</summary>
    public required Money OneOff { get; init; }

    /// <summary>Year one.</summary>
    public required Money YearOne { get; init; }

    /// <summary>The first term; null for evergreen.</summary>
    public required Money? WholeTerm { get; init; }

    /// <summary>What the discounts take off the term.</summary>
    public required Money Discount { get; init; }

    /// <summary>How the onboarding fee came to be; null for none.</summary>
    public required Onboarding? Onboarding { get; init; }

    /// <summary>The lines.</summary>
    public required ImmutableArray<QuotedLine> Lines { get; init; }

    /// <summary>The first invoices.</summary>
    public required ImmutableArray<ProposalInvoice> Invoices { get; init; }

    internal static ProposalOption Of(OptionFigures figures, bool isRecommended) => new()
    {
        Code = figures.Option.Code,
        Name = figures.Option.Name,
        Plan = figures.Option.Plan,
        IsRecommended = isRecommended,
        Start = figures.Terms.Start,
        TermMonths = figures.Terms.Term.Months,
        RenewalMonths = figures.Terms.Term.RenewalMonths,
        NoticeDays = figures.Terms.Term.NoticeDays,
        PaymentDays = figures.Terms.PaymentDays,
        Cadence = figures.Option.Cadence,
        Monthly = figures.Monthly,
        MonthlyBeforeDiscounts = figures.MonthlyBeforeDiscounts,
        OneOff = figures.OneOff,
        YearOne = figures.YearOne,
        WholeTerm = figures.WholeTerm,
        Discount = figures.Discount,
        Onboarding = figures.Option.Onboarding,
        Lines = figures.Lines,
        Invoices = [.. figures.Invoices.Select(ProposalInvoice.Of)],
    };
}
