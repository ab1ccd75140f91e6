using System.Collections.Immutable;
using Msp.Billing.Plans;

namespace Msp.Billing.Rating;

/// <summary>How a quantity became the price of a whole period: modifiers of the quantity first, then the model, step by step.</summary>
internal static class PriceExplainer
{
    internal static Explanation Explain(LineHistory line, in RatedPiece piece)
    {
        var place = line.PriceIndexOn(piece.Days.Start);
        var pricing = piece.Pricing;
        var parts = ImmutableArray.CreateBuilder<Explanation>();
        var billable = Quantity(pricing, piece.Quantity, parts);
        var operands = ImmutableArray.CreateBuilder<Operand>();
        operands.Add(new Operand.Number(OperandName.Quantity, billable));
        operands.Add(new Operand.Label(OperandName.Unit, line.Line.Charge.Unit.Code));
        operands.Add(new Operand.Day(OperandName.Since, line.Prices[place].Day));
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
            case PricingModel.PercentOf or PricingModel.CostPlus:
                operands.Add(new Operand.Number(OperandName.Factor, pricing.Price));
                break;
            default:
                AddSteps(pricing, billable, parts);
                break;
        }

        AddUplifts(line.Prices, place, parts);
        return new Explanation(RuleOf(pricing.Model), operands.ToImmutable(), pricing.ExactOfBillable(billable), 1, parts.ToImmutable());
    }

    private static ExplanationRule RuleOf(PricingModel model) => model switch
    {
        PricingModel.Flat => ExplanationRule.FlatPrice,
        PricingModel.PerUnit => ExplanationRule.PerUnitPrice,
        PricingModel.Graduated => ExplanationRule.GraduatedPrice,
        PricingModel.Volume => ExplanationRule.VolumePrice,
        PricingModel.Package => ExplanationRule.PackagePrice,
        PricingModel.PercentOf or PricingModel.CostPlus => ExplanationRule.MarkupPrice,
        _ => throw new InvalidOperationException($"No such pricing model: {model}."),
    };

    // From the price that was agreed last to the one in force. A percentage of an amount passed on is never uplifted.
    private static void AddUplifts(ReadOnlySpan<PriceChange> prices, int place, ImmutableArray<Explanation>.Builder parts)
    {
        var agreed = place;
        while (agreed > 0 && prices[agreed].Uplifted)
        {
            agreed--;
        }

        var pricing = prices[place].Pricing;
        if (agreed == place || RuleOf(pricing.Model) == ExplanationRule.MarkupPrice)
        {
            return;
        }

        var steps = ImmutableArray.CreateBuilder<Explanation>(place - agreed);
        var factor = 1m;
        foreach (var step in prices[(agreed + 1)..(place + 1)])
        {
            factor *= 1m + step.Step.Fraction;
            steps.Add(new Explanation(
                ExplanationRule.UpliftStep, [new Operand.Day(OperandName.Since, step.Day), new Operand.Number(OperandName.Percent, step.Step.Value)], factor));
        }

        var since = new Operand.Day(OperandName.Since, prices[agreed].Day);
        var onePrice = pricing.Model is PricingModel.Flat or PricingModel.PerUnit or PricingModel.Package;
        parts.Add(new Explanation(
            ExplanationRule.Uplifts,
            onePrice ? [since, new Operand.Amount(OperandName.Price, prices[agreed].Pricing.Price, pricing.Currency)] : [since],
            onePrice ? pricing.Price : factor, 1, steps.MoveToImmutable()));
    }

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
