using System.Collections.Immutable;
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
}
