namespace Msp.Billing.EntityFrameworkCore.Schema;

/// <summary>How a seller keeps books, reminds and treats credits.</summary>
internal sealed class LedgerPolicyRow
{
    public long SellerId { get; set; }

    public string Json { get; set; } = "";

    public long Version { get; set; }
}
