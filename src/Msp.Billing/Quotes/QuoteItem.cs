using System.Collections.Immutable;
using System.Globalization;
using Msp.Billing.Plans;

namespace Msp.Billing.Quotes;

/// <summary>Something beside the plan: an add-on that the customer may choose, or work that belongs to the quote; recurring or billed once.</summary>
/// <remarks>Immutable. The charge is a copy, as in a contract.</remarks>
public sealed class QuoteItem
{
    /// <summary>Creates an item that belongs to every option, in a quantity that the customer cannot change.</summary>
    /// <param name="charge">What is billed and how; its code is unique among the items.</param>
    /// <param name="quantity">How many; in the charge's unit.</param>
    /// <exception cref="ArgumentException">The charge's settings contradict each other.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The quantity cannot be counted in the charge's unit.</exception>
    public QuoteItem(Charge charge, decimal quantity)
    {
        ArgumentNullException.ThrowIfNull(charge);
        charge.Check();
        charge.Unit.Check(quantity, nameof(quantity));
        Charge = charge;
        Quantity = quantity;
    }

    /// <summary>What is billed and how.</summary>
    public Charge Charge { get; }

    /// <summary>The charge's code, by which the item is chosen.</summary>
    public string Code => Charge.Code;

    /// <summary>How many, unless the customer says otherwise.</summary>
    public decimal Quantity { get; }

    /// <summary>Whether the customer decides; otherwise it belongs to the quote.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Whether an optional item is chosen before the customer decides.</summary>
    public bool IsPreselected { get; init; }

    /// <summary>The least quantity that the customer may ask for, inclusive; null when the quantity is fixed.</summary>
    public decimal? Minimum { get; init; }

    /// <summary>The largest quantity that the customer may ask for, inclusive; null when the quantity is fixed.</summary>
    public decimal? Maximum { get; init; }

    /// <summary>The codes of the options that it is for; empty for all.</summary>
    public ImmutableArray<string> Options { get; init; } = [];

    /// <summary>What it is, in a sentence or two; empty for none.</summary>
    public string Description { get; init; } = "";

    /// <summary>Whether it is billed once.</summary>
    public bool IsOneOff => Charge.Timing == ChargeTiming.Once;

    /// <summary>Whether the customer may change the quantity, within the bounds.</summary>
    public bool CanChangeQuantity => Minimum is not null && Maximum is not null;

    /// <summary>Whether it is for an option.</summary>
    /// <param name="option">The option's code.</param>
    public bool IsFor(string option) => Options.IsEmpty || Options.Contains(option);

    /// <summary>Refuses bounds that contradict the quantity or each other.</summary>
    /// <exception cref="ArgumentException">The message names the item and the bound.</exception>
    public void Check()
    {
        if (Minimum is null != Maximum is null)
        {
            throw new ArgumentException($"Item '{Code}': a quantity that the customer may change needs a least and a largest value.");
        }

        if (Minimum is { } least && Maximum is { } most)
        {
            Charge.Unit.Check(least, nameof(Minimum));
            Charge.Unit.Check(most, nameof(Maximum));
            if (Quantity < least || Quantity > most)
            {
                throw new ArgumentException(string.Create(
                    CultureInfo.InvariantCulture, $"Item '{Code}': the quantity {Quantity:0.######} must be between {least:0.######} and {most:0.######}."));
            }
        }

        if (IsPreselected && !IsOptional)
        {
            throw new ArgumentException($"Item '{Code}' belongs to the quote and cannot be preselected; make it optional, or leave that out.");
        }
    }

    /// <summary>The same item with another charge of the same code.</summary>
    internal QuoteItem With(Charge charge) => new(charge, Quantity)
    {
        IsOptional = IsOptional,
        IsPreselected = IsPreselected,
        Minimum = Minimum,
        Maximum = Maximum,
        Options = Options,
        Description = Description,
    };

    /// <summary>The code.</summary>
    public override string ToString() => Code;
}
