using Msp.Billing.Runs;

namespace Msp.Billing.EntityFrameworkCore.Schema;

/// <summary>What somebody decided about a contract of a run. Append-only: a decision is taken back by another one.</summary>
internal sealed class RunDecisionRow
{
    public long SellerId { get; set; }

    public long DecisionNo { get; set; }

    public long? RunId { get; set; }

    public long ContractId { get; set; }

    public RunDecisionKind Kind { get; set; }

    public string? Code { get; set; }

    public long? DraftFingerprint { get; set; }

    public DateOnly? UntilDay { get; set; }

    public long? Amount { get; set; }

    public int? AmendmentNo { get; set; }

    public long? Undoes { get; set; }

    public string Reason { get; set; } = "";

    public string Author { get; set; } = "";

    public DateTimeOffset At { get; set; }
}
