using Msp.Billing.Invoicing;
using Msp.Billing.Runs;

namespace Msp.Billing.EntityFrameworkCore.Schema;

/// <summary>What a run found for one contract: the draft in figures, and why it differs from the run before.</summary>
internal sealed class RunItemRow
{
    public long SellerId { get; set; }

    public long RunId { get; set; }

    public long ContractId { get; set; }

    public RunOutcome Outcome { get; set; }

    public DocumentKind? Kind { get; set; }

    public int LineCount { get; set; }

    public long Subtotal { get; set; }

    public long Tax { get; set; }

    public long Total { get; set; }

    public long PreviousTotal { get; set; }

    public long? DraftFingerprint { get; set; }

    public long Cause1 { get; set; }

    public long Cause2 { get; set; }

    public long Cause3 { get; set; }

    public long Cause4 { get; set; }

    public long Cause5 { get; set; }

    public long Cause6 { get; set; }

    public long Cause7 { get; set; }

    public long Cause8 { get; set; }

    public long Cause9 { get; set; }

    public long Cause10 { get; set; }

    public long Cause11 { get; set; }

    public long Cause12 { get; set; }
}
