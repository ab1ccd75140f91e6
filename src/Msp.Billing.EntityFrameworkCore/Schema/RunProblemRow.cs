namespace Msp.Billing.EntityFrameworkCore.Schema;

/// <summary>A contract that a run could not bill, why, and what repairs it.</summary>
internal sealed class RunProblemRow
{
    public long SellerId { get; set; }

    public long RunId { get; set; }

    public long ContractId { get; set; }

    public int ProblemNo { get; set; }

    public string Code { get; set; } = "";

    public string Message { get; set; } = "";

    public string Fix { get; set; } = "";

    public bool Blocks { get; set; }

    public bool IsNotice { get; set; }

    public string? FactsJson { get; set; }

    public DateTimeOffset? ResolvedAt { get; set; }

    public string? ResolvedBy { get; set; }

    public string? Resolution { get; set; }
}
