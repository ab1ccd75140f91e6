using Msp.Billing.Catalog;
using Msp.Billing.Periods;
using Msp.Billing.Plans;

namespace Msp.Billing.EntityFrameworkCore.Schema;

/// <summary>A charge as agreed at first. Steps, blocks and modifiers of its price are in the JSON, null without any.</summary>
internal sealed class ContractLineRow
{
    public long SellerId { get; set; }

    public long ContractId { get; set; }

    public int LineId { get; set; }

    public string Charge { get; set; } = "";

    public string Name { get; set; } = "";

    public string? Service { get; set; }

    public string Unit { get; set; } = "";

    public PricingModel Model { get; set; }

    public decimal Price { get; set; }

    public string? PricingJson { get; set; }

    public int CadenceCount { get; set; }

    public int CadenceUnit { get; set; }

    public ChargeTiming Timing { get; set; }

    public DayCount DayCount { get; set; }

    public QuantityBasis Basis { get; set; }

    public ChangePolicy Increase { get; set; }

    public ChangePolicy Decrease { get; set; }

    public TaxCategory TaxCategory { get; set; }

    public string LedgerAccount { get; set; } = "";

    public decimal? UnitCost { get; set; }

    public decimal Quantity { get; set; }

    public decimal CommittedQuantity { get; set; }

    public string? Site { get; set; }

    public DateOnly? StartDay { get; set; }

    public DateOnly? EndDay { get; set; }

    public bool NeverUplifted { get; set; }

    public string? DiscountsJson { get; set; }
}
