using Msp.Billing.Specifications;

namespace Msp.Billing.Contracts;

/// <summary>Contracts that end, by their term, by notice or early, and that no successor continues; the first to end first.</summary>
public sealed class ContractsEnding : Specification<ContractSummary>
{
    /// <summary>Asks for contracts that end.</summary>
    /// <param name="from">The first end day in question; an end day is the first that is not billed.</param>
    /// <param name="until">The first end day that is no longer in question.</param>
    public ContractsEnding(DateOnly from, DateOnly until) =>
        Query.Where(contract => contract.End != null && contract.End >= from && contract.End < until && !contract.IsRenewed)
            .OrderBy(contract => contract.End).ThenBy(contract => contract.Number);
}
