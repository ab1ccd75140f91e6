using Msp.Billing.EntityFrameworkCore.Ledger;

namespace Msp.Billing.EntityFrameworkCore.Schema;

/// <summary>A correction of a posted document: proposed once, decided once, then kept as it is.</summary>
internal sealed class CorrectionRow
{
    public long SellerId { get; set; }

    public long CorrectionNo { get; set; }

    public long InvoiceId { get; set; }

    public CorrectionKind Kind { get; set; }

    public string Lines { get; set; } = "";

    public DateOnly Day { get; set; }

    public bool AsDiscount { get; set; }

    public string Reason { get; set; } = "";

    public long Given { get; set; }

    public long? Billed { get; set; }

    public string ProposedBy { get; set; } = "";

    public DateTimeOffset ProposedAt { get; set; }

    public CorrectionDecision? Decision { get; set; }

    public string? DecidedBy { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    public string? DeclinedBecause { get; set; }

    public long? NoteId { get; set; }

    public long? RebilledId { get; set; }
}
