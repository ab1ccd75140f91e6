using Msp.Billing.Contracts;
using Msp.Billing.Specifications;

namespace Msp.Billing.AotTest;

/// <summary>A customer's contracts from a day on, by number: expressions, which a native program cannot compile and must interpret.</summary>
internal sealed class ContractsOfCustomer : Specification<Contract>
{
    internal ContractsOfCustomer(string customer, DateOnly from) => Query
        .Where(contract => contract.Customer == customer)
        .Where(contract => contract.Terms.Start >= from)
        .OrderBy(contract => contract.Number);
}
