namespace Msp.Billing.EntityFrameworkCore.Schema;

/// <summary>The evidence of an acceptance and the contract it made: one a quote. Append-only.</summary>
internal sealed class QuoteAcceptanceRow
{
    public long SellerId { get; set; }

    public long QuoteId { get; set; }

    public int Revision { get; set; }

    public DateTimeOffset At { get; set; }

    public byte[] Evidence { get; set; } = [];

    public byte[] Hash { get; set; } = [];

    public long ContractId { get; set; }
}
