using Msp.Billing.Runs;

namespace Msp.Billing.EntityFrameworkCore.Schema;

/// <summary>A month of billing as a controlled batch.</summary>
internal sealed class InvoiceRunRow
{
    public long SellerId { get; set; }

    public long RunId { get; set; }

    public string Number { get; set; } = "";

    public DateOnly Through { get; set; }

    public DateOnly IssueDay { get; set; }

    public DateTimeOffset KnownAt { get; set; }

    public RunStatus Status { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public string CreatedBy { get; set; } = "";

    public DateTimeOffset? ReviewedAt { get; set; }

    public string? ReviewedBy { get; set; }

    public DateTimeOffset? ApprovedAt { get; set; }

    public string? ApprovedBy { get; set; }

    public DateTimeOffset? PostedAt { get; set; }

    public string? PostedBy { get; set; }

    public DateTimeOffset? CancelledAt { get; set; }

    public string? CancelledBy { get; set; }

    public bool OnePerson { get; set; }

    public long? PreviousRunId { get; set; }

    public string? RequestKey { get; set; }

    public int ContractCount { get; set; }

    public int DocumentCount { get; set; }

    public int LineCount { get; set; }

    public int ProblemCount { get; set; }

    public long Version { get; set; }
}
