namespace Msp.Billing.EntityFrameworkCore.Schema;

/// <summary>What a contract was worth in a month, how that moved, and how it leads to what was posted; minor units of the contract's currency.</summary>
internal sealed class InsightContractMonthRow
{
    public long SellerId { get; set; }

    public DateOnly Month { get; set; }

    public long ContractId { get; set; }

    public long CustomerId { get; set; }

    public string Currency { get; set; } = "";

    public long Mrr { get; set; }

    public long Usage { get; set; }

    public long Opening { get; set; }

    public long More { get; set; }

    public long Fewer { get; set; }

    public long Price { get; set; }

    public long Part1 { get; set; }

    public long Part2 { get; set; }

    public long Part3 { get; set; }

    public long Part4 { get; set; }

    public long Part5 { get; set; }

    public long Part6 { get; set; }

    public long Part7 { get; set; }

    public long Part8 { get; set; }

    public long Part9 { get; set; }

    public long Invoiced { get; set; }

    public long Covered { get; set; }

    public long Costs { get; set; }

    public decimal? Hours { get; set; }
}
