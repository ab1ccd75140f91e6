namespace Msp.Billing.EntityFrameworkCore.Schema;

/// <summary>The next number of a series and the hash that its next document follows.</summary>
internal sealed class DocumentSeriesRow
{
    public long SellerId { get; set; }

    public string Series { get; set; } = "";

    public long NextSequence { get; set; }

    public byte[] LastHash { get; set; } = [];
}
