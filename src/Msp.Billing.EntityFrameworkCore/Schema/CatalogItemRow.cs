namespace Msp.Billing.EntityFrameworkCore.Schema;

/// <summary>A service, plan, plan family or price book, as it was imported.</summary>
internal sealed class CatalogItemRow
{
    public long SellerId { get; set; }

    public int Kind { get; set; }

    public string Code { get; set; } = "";

    public string Json { get; set; } = "";
}
