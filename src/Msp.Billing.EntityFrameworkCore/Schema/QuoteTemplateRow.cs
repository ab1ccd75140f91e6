namespace Msp.Billing.EntityFrameworkCore.Schema;

/// <summary>A draft that new quotes are copied from.</summary>
internal sealed class QuoteTemplateRow
{
    public long SellerId { get; set; }

    public string Name { get; set; } = "";

    public string Json { get; set; } = "";

    public DateTimeOffset UpdatedAt { get; set; }

    public string Author { get; set; } = "";
}
