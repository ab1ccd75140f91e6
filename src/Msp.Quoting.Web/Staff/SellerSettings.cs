namespace Msp.Quoting.Web.Staff;

/// <summary>What a seller set for its pages. One row for each seller.</summary>
internal sealed class SellerSettings
{
    /// <summary>The seller's number in storage.</summary>
    public long SellerId { get; set; }

    /// <summary>The highest discount that sales may give without approval, in percent.</summary>
    public decimal DiscountLimit { get; set; } = 10m;

    /// <summary>The lowest margin that needs no approval, in percent of the price.</summary>
    public decimal MarginFloor { get; set; } = 30m;

    /// <summary>Days that a proposal is valid.</summary>
    public int ProposalDays { get; set; } = 30;

    /// <summary>The colour of headings and buttons on proposals, as <c>#rrggbb</c>.</summary>
    public string BrandColor { get; set; } = "#2456d6";

    /// <summary>The logo as an image; null for none.</summary>
    public byte[]? Logo { get; set; }

    /// <summary>What the logo is: <c>image/png</c> or <c>image/jpeg</c>; null for none.</summary>
    public string? LogoType { get; set; }

    /// <summary>By how many ticks the seller's clock is behind the world's: sample data stands in its own month. Zero for a real seller.</summary>
    public long ClockBehindTicks { get; set; }

    /// <summary>Rises with every change; a form that was read at another value is refused.</summary>
    public long Version { get; set; }
}
