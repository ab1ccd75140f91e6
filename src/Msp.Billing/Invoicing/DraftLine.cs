using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Contracts;
using Msp.Billing.Periods;

namespace Msp.Billing.Invoicing;

/// <summary>One line of a draft, and of the document it becomes.</summary>
public readonly record struct DraftLine
{
    /// <summary>The contract line it comes from.</summary>
    public required ContractLine Source { get; init; }

    /// <summary>Why it stands here.</summary>
    public required InvoiceLineKind Kind { get; init; }

    /// <summary>What changed, on an adjustment; null otherwise.</summary>
    public AdjustmentCause? Cause { get; init; }

    /// <summary>The natural period it belongs to.</summary>
    public required ServicePeriod Natural { get; init; }

    /// <summary>The days it is for; empty when no day is held any more.</summary>
    public required ServicePeriod Days { get; init; }

    /// <summary>The billed quantity; on an adjustment the difference, with its sign.</summary>
    public required decimal Quantity { get; init; }

    /// <summary>The price of one unit for a whole natural period, in major units; null where steps or blocks set it.</summary>
    public decimal? UnitPrice { get; init; }

    /// <summary>What share of the period's price is charged.</summary>
    public Share Share { get; init; }

    /// <summary>The amount as the contract prices it: without tax, or with it where prices include tax. In minor units.</summary>
    public required long MinorUnits { get; init; }

    /// <summary>The amount before tax, in minor units.</summary>
    public long NetMinorUnits { get; init; }

    /// <summary>How it is taxed.</summary>
    public TaxCategory TaxCategory { get; init; }

    /// <summary>At which rate.</summary>
    public Percentage TaxRate { get; init; }

    /// <summary>The day that decided the rate.</summary>
    public DateOnly TaxPoint { get; init; }

    /// <summary>Zero for the first posting of the period, then 1, 2, … for each adjustment.</summary>
    public required int Round { get; init; }

    /// <summary>Its place among the lines of the same period and round, from zero.</summary>
    public required int Piece { get; init; }

    /// <summary>What the document prints: the charge's name, and on an adjustment what changed.</summary>
    public required string Description { get; init; }
}
