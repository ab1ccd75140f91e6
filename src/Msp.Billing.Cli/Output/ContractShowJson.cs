using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.Rating;

namespace Msp.Billing.Cli.Output;

/// <summary>A contract on a day, for programs.</summary>
internal sealed record ContractShowJson(
    string Number, string Customer, string CustomerName, string Currency, DateOnly On, string Status, DateOnly Start, DateOnly? End, int? TermMonths,
    int? RenewalMonths, int NoticeDays, int PaymentDays, string? Plan, DateOnly? BilledThrough, IReadOnlyList<ContractLineJson> Lines,
    IReadOnlyList<AmendmentRowJson> Amendments)
{
    /// <summary>A contract with all that is recorded, on a day.</summary>
    public static ContractShowJson Of(StoredContract stored, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(stored);
        var contract = stored.Contract;
        var terms = contract.Terms;
        var history = ContractHistory.Of(contract, stored.Counts.Span, null);
        return new ContractShowJson(
            contract.Number, contract.Customer, stored.Customer.Name, terms.Currency.Code, day, EnumText.Name(contract.StatusOn(day)), terms.Start,
            contract.EndAsKnown() ?? terms.AgreedEnd, terms.Term.Months, terms.Term.RenewalMonths, terms.Term.NoticeDays, terms.PaymentDays, contract.PlanOn(day),
            stored.BilledThrough, [.. history.Lines.Select(line => ContractLineJson.Of(line, day))], [.. contract.Amendments.Select(AmendmentRowJson.Of)]);
    }
}
