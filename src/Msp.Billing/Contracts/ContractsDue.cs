using Msp.Billing.Specifications;

namespace Msp.Billing.Contracts;

/// <summary>Contracts with something to bill by a day, the longest due first.</summary>
public sealed class ContractsDue : Specification<ContractSummary>
{
    /// <summary>Asks for contracts that are due.</summary>
    /// <param name="through">The last due day, inclusive.</param>
    public ContractsDue(DateOnly through) =>
        Query.Where(contract => contract.NextDue != null && contract.NextDue <= through)
            .OrderBy(contract => contract.NextDue).ThenBy(contract => contract.Number);
}
