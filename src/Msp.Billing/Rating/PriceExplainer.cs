using System.Collections.Immutable;
using Msp.Billing.Plans;

namespace Msp.Billing.Rating;

/// <summary>How a quantity became the price of a whole period: modifiers of the quantity first, then the model, step by step.</summary>
internal static class PriceExplainer
{
    internal static Explanation Explain(PriceChange price, decimal quantity, string unit)
    {
        var pricing = price.Pricing;
        var parts = ImmutableArray.CreateBuilder<Explanation>();
        var billable = Quantity(pricing, quantity, parts);
        var operands = ImmutableArray.CreateBuilder<Operand>();
        operands.Add(new Operand.Number(OperandName.Quantity, billable));
        operands.Add(new Operand.Label(OperandName.Unit, unit));
        operands.Add(new Operand.Day(OperandName.Since, price.Day));
        switch (pricing.Model)
        {
            case PricingModel.Flat or PricingModel.PerUnit:
                operands.Add(new Operand.Amount(OperandName.Price, pricing.Price, pricing.Currency));
                break;
            case PricingModel.Package:
                operands.Add(new Operand.Number(OperandName.Blocks, decimal.Ceiling(billable / pricing.BlockSize)));
                operands.Add(new Operand.Number(OperandName.Per, pricing.BlockSize));
                operands.Add(new Operand.Amount(OperandName.Price, pricing.Price, pricing.Currency));
                break;
            default:
                AddSteps(pricing, billable, parts);
                break;
        }

        return new Explanation(RuleOf(pricing.Model), operands.ToImmutable(), pricing.ExactOfBillable(billable), 1, parts.ToImmutable());
    }

    private static ExplanationRule RuleOf(PricingModel model) => model switch
    {
        PricingModel.Flat => ExplanationRule.FlatPrice,
        PricingModel.PerUnit => ExplanationRule.PerUnitPrice,
        PricingModel.Graduated => ExplanationRule.GraduatedPrice,
        PricingModel.Volume => ExplanationRule.VolumePrice,
        PricingModel.Package => ExplanationRule.PackagePrice,
        _ => throw new InvalidOperationException($"No such pricing model: {model}."),
    };

    private static decimal Quantity(Pricing pricing, decimal quantity, ImmutableArray<Explanation>.Builder parts)
    {
        var billable = quantity;
        if (quantity > 0 && pricing.MinimumQuantity > quantity)
        {
            billable = pricing.MinimumQuantity;
            parts.Add(Step(ExplanationRule.MinimumQuantity, quantity, OperandName.Limit, pricing.MinimumQuantity, billable));
        }

        if (quantity > 0 && pricing.IncludedQuantity > 0)
        {
            var before = billable;
            billable = Math.Max(0m, billable - pricing.IncludedQuantity);
            parts.Add(Step(ExplanationRule.IncludedQuantity, before, OperandName.Limit, pricing.IncludedQuantity, billable));
        }

        if (quantity > 0 && pricing.Increment is { } increment)
        {
            var before = billable;
            billable = decimal.Ceiling(billable / increment.Per) * increment.Bills;
            parts.Add(new Explanation(
                ExplanationRule.Increment,
                [
                    new Operand.Number(OperandName.Before, before), new Operand.Number(OperandName.Per, increment.Per),
                    new Operand.Number(OperandName.Bills, increment.Bills),
                ],
                billable));
        }

        return billable;
    }

    private static Explanation Step(ExplanationRule rule, decimal before, OperandName name, decimal limit, decimal result) =>
        new(rule, [new Operand.Number(OperandName.Before, before), new Operand.Number(name, limit)], result);

    private static void AddSteps(Pricing pricing, decimal billable, ImmutableArray<Explanation>.Builder parts)
    {
        var lower = 0m;
        foreach (var step in pricing.Steps)
        {
            if (billable <= lower)
            {
                return;
            }

            var reached = step.UpTo is not { } upper || billable <= upper;
            if (pricing.Model == PricingModel.Graduated || reached)
            {
                var units = pricing.Model == PricingModel.Volume ? billable : (reached ? billable : step.UpTo ?? billable) - lower;
                parts.Add(StepOf(pricing, step, pricing.Model == PricingModel.Volume ? 0m : lower, units));
            }

            lower = step.UpTo ?? billable;
        }
    }

    private static Explanation StepOf(Pricing pricing, PriceStep step, decimal above, decimal units)
    {
        var operands = ImmutableArray.CreateBuilder<Operand>();
        operands.Add(new Operand.Number(OperandName.Above, above));
        if (step.UpTo is { } upper)
        {
            operands.Add(new Operand.Number(OperandName.UpTo, upper));
        }

        operands.Add(new Operand.Number(OperandName.Quantity, units));
        operands.Add(new Operand.Amount(OperandName.Price, step.UnitPrice, pricing.Currency));
        if (step.FlatFee != 0)
        {
            operands.Add(new Operand.Amount(OperandName.Fee, step.FlatFee, pricing.Currency));
        }

        return new Explanation(ExplanationRule.Step, operands.ToImmutable(), (units * step.UnitPrice) + step.FlatFee);
    }
}
