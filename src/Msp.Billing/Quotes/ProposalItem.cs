using System.Collections.Immutable;
using Msp.Billing.Catalog;
using Msp.Billing.Periods;
using Msp.Billing.Plans;

namespace Msp.Billing.Quotes;

/// <summary>An item as a customer sees it, with the fields of the form that chooses it.</summary>
public sealed class ProposalItem
{
    /// <summary>The code by which it is chosen.</summary>
    public required string Code { get; init; }

    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>What it is; empty for nothing more.</summary>
    public required string Description { get; init; }

    /// <summary>What the quantity counts.</summary>
    public required BillingUnit Unit { get; init; }

    /// <summary>The price of one unit for a period, in major units, before discounts; null where steps or blocks set it.</summary>
    public required decimal? UnitPrice { get; init; }

    /// <summary>How often it is billed; null when it is billed once.</summary>
    public required Cadence? Cadence { get; init; }

    /// <summary>Whether the customer decides.</summary>
    public required bool IsOptional { get; init; }

    /// <summary>Whether it is taken now.</summary>
    public required bool IsTaken { get; init; }

    /// <summary>How many are taken, or would be.</summary>
    public required decimal Quantity { get; init; }

    /// <summary>The least quantity that can be asked for; null when it is fixed.</summary>
    public required decimal? Minimum { get; init; }

    /// <summary>The largest quantity that can be asked for; null when it is fixed.</summary>
    public required decimal? Maximum { get; init; }

    /// <summary>The codes of the options that it is for; empty for all.</summary>
    public required ImmutableArray<string> Options { get; init; }

    internal static ProposalItem Of(QuoteItem item, QuoteChoice choice)
    {
        var asked = choice.QuantityOf(item.Code);
        return new ProposalItem
        {
            Code = item.Code,
            Name = item.Charge.Name,
            Description = item.Description,
            Unit = item.Charge.Unit,
            UnitPrice = item.Charge.Pricing.UnitPrice,
            Cadence = item.Charge.Timing == ChargeTiming.Once ? null : item.Charge.Cadence,
            IsOptional = item.IsOptional,
            IsTaken = item.IsFor(choice.Option) && (!item.IsOptional || asked is not null),
            Quantity = asked ?? item.Quantity,
            Minimum = item.Minimum,
            Maximum = item.Maximum,
            Options = item.Options,
        };
    }
}
