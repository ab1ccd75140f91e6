using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Periods;

namespace Msp.Billing.Invoicing;

/// <summary>One line of a posted document, as it is kept for ever. Amounts keep their sign; the ledger sums them as they are.</summary>
public readonly record struct PostedLine
{
    /// <summary>Its place on the document, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The contract line's number.</summary>
    public required int LineId { get; init; }

    /// <summary>The charge's code.</summary>
    public required string Charge { get; init; }

    /// <summary>What is printed.</summary>
    public required string Description { get; init; }

    /// <summary>What is billed, without the words about what changed that an adjustment's description ends in; they are made again from its cause in any language.</summary>
    public string Name =>
        Cause is { } cause && !Days.IsEmpty && BillingUnit.TryFromCode(Unit) is { } unit && AdjustmentText.Change(unit, cause, Quantity, Days) is var change &&
        Description.EndsWith(change, StringComparison.Ordinal)
            ? Description[..^change.Length]
            : Description;

    /// <summary>Why it stands here.</summary>
    public required InvoiceLineKind Kind { get; init; }

    /// <summary>What changed, on an adjustment.</summary>
    public AdjustmentCause? Cause { get; init; }

    /// <summary>The natural period it belongs to.</summary>
    public required ServicePeriod Natural { get; init; }

    /// <summary>The days it is for.</summary>
    public required ServicePeriod Days { get; init; }

    /// <summary>The code of the billing unit.</summary>
    public required string Unit { get; init; }

    /// <summary>The billed quantity; on an adjustment the difference.</summary>
    public required decimal Quantity { get; init; }

    /// <summary>The price of one unit for a whole period, in major units; null where steps or blocks set it.</summary>
    public decimal? UnitPrice { get; init; }

    /// <summary>What share of the period's price is charged.</summary>
    public required Share Share { get; init; }

    /// <summary>The amount as the contract prices it, in minor units.</summary>
    public required long MinorUnits { get; init; }

    /// <summary>The amount before tax, in minor units.</summary>
    public required long NetMinorUnits { get; init; }

    /// <summary>How it is taxed.</summary>
    public required TaxCategory TaxCategory { get; init; }

    /// <summary>At which rate.</summary>
    public required Percentage TaxRate { get; init; }

    /// <summary>The day that decided the rate.</summary>
    public required DateOnly TaxPoint { get; init; }

    /// <summary>Zero for the first posting of the period, then 1, 2, ….</summary>
    public required int Round { get; init; }

    /// <summary>Its place among the lines of the same period and round.</summary>
    public required int Piece { get; init; }

    /// <summary>The revenue account; empty for the seller's default.</summary>
    public required string LedgerAccount { get; init; }

    /// <summary>A draft's line with its place on the document.</summary>
    public static PostedLine Of(in DraftLine line, int number) => new()
    {
        Number = number,
        LineId = line.Source.Id,
        Charge = line.Source.Charge.Code,
        Description = line.Description,
        Kind = line.Kind,
        Cause = line.Cause,
        Natural = line.Natural,
        Days = line.Days,
        Unit = line.Source.Charge.Unit.Code,
        Quantity = line.Quantity,
        UnitPrice = line.UnitPrice,
        Share = line.Share,
        MinorUnits = line.MinorUnits,
        NetMinorUnits = line.NetMinorUnits,
        TaxCategory = line.TaxCategory,
        TaxRate = line.TaxRate,
        TaxPoint = line.TaxPoint,
        Round = line.Round,
        Piece = line.Piece,
        LedgerAccount = line.Source.Charge.LedgerAccount,
    };
}
