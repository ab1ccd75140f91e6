namespace Msp.Billing.EntityFrameworkCore.Schema;

/// <summary>What a contract is worth now, when it first was worth something, and its next uplift.</summary>
internal sealed class InsightContractRow
{
    public long SellerId { get; set; }

    public long ContractId { get; set; }

    public long CustomerId { get; set; }

    public string Currency { get; set; } = "";

    public DateOnly AsOf { get; set; }

    public long Mrr { get; set; }

    public DateOnly? FirstDay { get; set; }

    public bool ByIndex { get; set; }

    public DateOnly? UpliftDay { get; set; }

    public DateOnly? UpliftNotice { get; set; }

    public decimal? UpliftStep { get; set; }

    public long UpliftMoney { get; set; }
}
