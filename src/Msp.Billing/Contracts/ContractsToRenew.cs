using Msp.Billing.Specifications;

namespace Msp.Billing.Contracts;

/// <summary>Contracts that renew by themselves unless somebody decides otherwise in time; the first decision first.</summary>
/// <remarks>A row knows its next decision only. One that lies before its <see cref="ContractSummary.AsOf"/> has passed.</remarks>
public sealed class ContractsToRenew : Specification<ContractSummary>
{
    /// <summary>Asks for contracts whose renewal is to be decided.</summary>
    /// <param name="from">The first decision day in question.</param>
    /// <param name="until">The first decision day that is no longer in question.</param>
    public ContractsToRenew(DateOnly from, DateOnly until) =>
        Query.Where(contract => contract.DecisionDay != null && contract.DecisionDay >= from && contract.DecisionDay < until)
            .OrderBy(contract => contract.DecisionDay).ThenBy(contract => contract.Number);
}
