namespace Msp.Billing.EntityFrameworkCore.Schema;

/// <summary>A reminder that was handed to the outbox. Append-only.</summary>
internal sealed class ReminderLetterRow
{
    public long SellerId { get; set; }

    public long DunningId { get; set; }

    public string Address { get; set; } = "";

    public DateTimeOffset SentAt { get; set; }

    public string Author { get; set; } = "";
}
