using Msp.Billing.Periods;
using Msp.Billing.Plans;

namespace Msp.Billing.Insights;

/// <summary>What one recurring line is worth a month on a day, with the figures that it follows from.</summary>
public readonly record struct LineMrr
{
    /// <summary>The contract line's number.</summary>
    public required int LineId { get; init; }

    /// <summary>The charge's code.</summary>
    public required string Charge { get; init; }

    /// <summary>What the invoice line is called.</summary>
    public required string Name { get; init; }

    /// <summary>The code of the billing unit.</summary>
    public required string Unit { get; init; }

    /// <summary>How often it recurs.</summary>
    public required Cadence Cadence { get; init; }

    /// <summary>The billed quantity of the day; of a line billed by report, what the last natural period that was over by the day bills.</summary>
    public required decimal Quantity { get; init; }

    /// <summary>The price in force on the day.</summary>
    public required Pricing Pricing { get; init; }

    /// <summary>The price of a whole natural period at that quantity, after the line's discounts and the contract's percents; exact, in major units, as the contract prices it.</summary>
    public required decimal WholePeriod { get; init; }

    /// <summary>Its share of the contract's fixed amounts off for a whole period, in minor units; zero or more.</summary>
    public required long SharedMinorUnits { get; init; }

    /// <summary>Whether it bills what was reported, so that it is no more than likely.</summary>
    public required bool IsUsage { get; init; }

    /// <summary>The amount a month before tax, in minor units, rounded once.</summary>
    public required long MinorUnits { get; init; }

    /// <summary>What it costs the seller a month, in minor units, rounded once; null where the cost of a unit is not known.</summary>
    public required long? CostMinorUnits { get; init; }
}
