namespace Msp.Billing.EntityFrameworkCore.Schema;

/// <summary>A month whose figures are kept, with what they were computed from.</summary>
internal sealed class InsightMonthRow
{
    public long SellerId { get; set; }

    public DateOnly Month { get; set; }

    public DateOnly AsOf { get; set; }

    public long ContractCount { get; set; }

    public long RecordCount { get; set; }

    public long LastDocument { get; set; }

    public DateTimeOffset LastRecorded { get; set; }

    public int LeftOut { get; set; }
}
