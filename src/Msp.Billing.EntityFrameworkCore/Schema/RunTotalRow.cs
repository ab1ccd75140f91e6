namespace Msp.Billing.EntityFrameworkCore.Schema;

/// <summary>The sums of a run in one currency: sellers may bill in several, and no sum goes across them.</summary>
internal sealed class RunTotalRow
{
    public long SellerId { get; set; }

    public long RunId { get; set; }

    public string Currency { get; set; } = "";

    public int InvoiceCount { get; set; }

    public int CreditNoteCount { get; set; }

    public long Subtotal { get; set; }

    public long Tax { get; set; }

    public long Total { get; set; }

    public long PreviousTotal { get; set; }

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
