using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.Rating;

namespace Msp.Billing.Cli.Output;

/// <summary>A contract on a day, for programs.</summary>
internal sealed record ContractShowJson(
    string Number, string Customer, string CustomerName, string Currency, DateOnly On, string Status, DateOnly Start, DateOnly? End, int? TermMonths,
    int? RenewalMonths, int NoticeDays, DateOnly? DecisionDay, EarlyTerminationJson EarlyTermination, UpliftJson? Uplift, int BillingDay, int PaymentDays,
    string Rounding, bool PricesIncludeTax, DateOnly? BilledElsewhereUntil, string? Plan, string? Predecessor, DateOnly? BilledThrough,
    IReadOnlyList<DiscountJson> Discounts, IReadOnlyList<ContractLineJson> Lines, IReadOnlyList<AmendmentRowJson> Amendments)
{
    /// <summary>A contract with all that is recorded, on a day.</summary>
    public static ContractShowJson Of(StoredContract stored, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(stored);
        var contract = stored.Contract;
        var terms = contract.Terms;
        var term = terms.Term;
        var history = ContractHistory.Of(contract, stored.Counts.Span, null);
        return new ContractShowJson(
            contract.Number, contract.Customer, stored.Customer.Name, terms.Currency.Code, day, EnumText.Name(contract.StatusOn(day)), terms.Start,
            contract.EndAsKnown() ?? terms.AgreedEnd, term.Months, term.RenewalMonths, term.NoticeDays, term.DecisionDayAfter(terms.Start, day),
            EarlyTerminationJson.Of(term.EarlyTermination), terms.Uplift is { } uplift ? UpliftJson.Of(uplift) : null, terms.Anchor.DayOfMonth, terms.PaymentDays,
            EnumText.Name(terms.Rounding), terms.PricesIncludeTax, terms.BilledElsewhereUntil, contract.PlanOn(day), contract.Predecessor, stored.BilledThrough,
            DiscountJson.AllOf(contract), [.. history.Lines.Select(line => ContractLineJson.Of(line, day))], [.. contract.Amendments.Select(AmendmentRowJson.Of)]);
    }
}
