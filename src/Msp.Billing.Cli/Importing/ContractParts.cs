using Msp.Billing.Contracts;

namespace Msp.Billing.Cli.Importing;

/// <summary>Every line and discount that a contract ever had: their numbers are never reused.</summary>
internal static class ContractParts
{
    /// <summary>The lines, as agreed and as added since.</summary>
    public static IEnumerable<ContractLine> LinesOf(Contract contract) => contract.Terms.Lines
        .Concat(contract.Amendments.OfType<Amendment.LineAdded>().Select(added => added.Line))
        .Concat(contract.Amendments.OfType<Amendment.PlanChanged>().SelectMany(plan => plan.Added));

    /// <summary>The discounts of the contract and of its lines.</summary>
    public static IEnumerable<Discount> DiscountsOf(Contract contract) => contract.Terms.Discounts
        .Concat(LinesOf(contract).SelectMany(line => line.Discounts))
        .Concat(contract.Amendments.OfType<Amendment.DiscountAdded>().Select(added => added.Discount));

    /// <summary>The next free line number.</summary>
    public static int NextLine(Contract contract) => LinesOf(contract).Select(line => line.Id).DefaultIfEmpty(0).Max() + 1;

    /// <summary>The next free discount number.</summary>
    public static int NextDiscount(Contract contract) => DiscountsOf(contract).Select(discount => discount.Id).DefaultIfEmpty(0).Max() + 1;
}
