using Msp.Billing.Insights;

namespace Msp.Billing.EntityFrameworkCore.Schema;

/// <summary>Units of a line that are counted or committed and not billed now.</summary>
internal sealed class InsightLeakRow
{
    public long SellerId { get; set; }

    public long ContractId { get; set; }

    public int LineId { get; set; }

    public LeakKind Kind { get; set; }

    public string Charge { get; set; } = "";

    public string Name { get; set; } = "";

    public string Unit { get; set; } = "";

    public decimal Counted { get; set; }

    public decimal Billed { get; set; }

    public DateOnly Since { get; set; }

    public string Currency { get; set; } = "";

    public long Money { get; set; }
}
