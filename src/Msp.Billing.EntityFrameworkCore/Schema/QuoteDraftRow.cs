namespace Msp.Billing.EntityFrameworkCore.Schema;

/// <summary>One saved version of a revision's draft: the fields as they were entered. Append-only.</summary>
internal sealed class QuoteDraftRow
{
    public long SellerId { get; set; }

    public long QuoteId { get; set; }

    public int Revision { get; set; }

    public int DraftVersion { get; set; }

    public DateTimeOffset At { get; set; }

    public string Author { get; set; } = "";

    public int? RestoredFrom { get; set; }

    public string Json { get; set; } = "";
}
