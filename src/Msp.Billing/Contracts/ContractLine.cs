using System.Collections.Immutable;
using Msp.Billing.Catalog;
using Msp.Billing.Plans;

namespace Msp.Billing.Contracts;

/// <summary>One charge as agreed with a customer: with its quantity, its days, its discounts. Prices are a copy: a later price book does not change it.</summary>
public sealed class ContractLine
{
    /// <summary>Creates a line.</summary>
    /// <param name="id">Its number in the contract: 1 or more, never reused.</param>
    /// <param name="charge">What is billed and how.</param>
    /// <param name="quantity">The quantity on the line's first day, in the charge's unit; zero or more.</param>
    /// <exception cref="ArgumentException">The charge's settings contradict each other.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number or the quantity is out of range.</exception>
    public ContractLine(int id, Charge charge, decimal quantity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(id, 1);
        ArgumentNullException.ThrowIfNull(charge);
        charge.Check();
        charge.Unit.Check(quantity, nameof(quantity));
        Id = id;
        Charge = charge;
        Quantity = quantity;
    }

    /// <summary>Its number in the contract.</summary>
    public int Id { get; }

    /// <summary>What is billed and how.</summary>
    public Charge Charge { get; }

    /// <summary>The quantity on the line's first day.</summary>
    public decimal Quantity { get; }

    /// <summary>The quantity that is billed at least while the line runs, whatever is counted; zero for none.</summary>
    public decimal CommittedQuantity { get; init; }

    /// <summary>The customer's site it is for; null for all of them.</summary>
    public string? Site { get; init; }

    /// <summary>The first billed day; null for the contract's start.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>The first day that is no longer billed; null for the contract's end.</summary>
    public DateOnly? End { get; init; }

    /// <summary>Whether yearly uplifts leave its price alone.</summary>
    public bool NeverUplifted { get; init; }

    /// <summary>Its own discounts, in the order in which they apply within their kind.</summary>
    public ImmutableArray<Discount> Discounts { get; init; } = [];

    /// <summary>A line for each charge of a plan, in the plan's order.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="quantities">
    /// Code of a charge and its quantity on the first day; zero where there is none yet. A flat fee needs no entry and counts once; what is billed by
    /// report needs none and begins at zero. Every other charge needs one, so that none is forgotten.
    /// </param>
    /// <param name="prices">The price book whose prices are agreed; null for the plan's own.</param>
    /// <param name="firstId">The number of the first line, 1 or more; the others follow.</param>
    /// <exception cref="ArgumentException">A quantity is missing, or is for a charge that the plan does not have.</exception>
    /// <exception cref="PriceBookException">The book has no price for a charge.</exception>
    public static ImmutableArray<ContractLine> FromPlan(Plan plan, IReadOnlyDictionary<string, decimal> quantities, PriceBook? prices = null, int firstId = 1)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(quantities);
        foreach (var code in quantities.Keys)
        {
            if (plan.Find(code) is null)
            {
                throw new ArgumentException(
                    $"Plan '{plan.Code}' has no charge '{code}'. It has: {string.Join(", ", plan.Charges.Select(charge => charge.Code))}.", nameof(quantities));
            }
        }

        var charges = (prices is null ? plan : plan.At(prices)).Charges;
        return [.. charges.Select((charge, index) => new ContractLine(firstId + index, charge, QuantityOf(charge, plan, quantities)))];
    }

    private static decimal QuantityOf(Charge charge, Plan plan, IReadOnlyDictionary<string, decimal> quantities)
    {
        if (quantities.TryGetValue(charge.Code, out var quantity))
        {
            return quantity;
        }

        return charge.Basis == QuantityBasis.Reported ? 0m
            : charge.Unit == BillingUnit.Flat ? 1m
            : throw new ArgumentException(
                $"Plan '{plan.Code}': how many {charge.Unit.Plural} for charge '{charge.Code}'? Give a quantity; zero if there are none yet.", nameof(quantities));
    }
}
