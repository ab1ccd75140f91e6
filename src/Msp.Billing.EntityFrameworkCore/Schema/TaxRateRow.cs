using Msp.Billing.Catalog;

namespace Msp.Billing.EntityFrameworkCore.Schema;

/// <summary>A tax rate of a jurisdiction and category from a day on.</summary>
internal sealed class TaxRateRow
{
    public long SellerId { get; set; }

    public string Jurisdiction { get; set; } = "";

    public TaxCategory Category { get; set; }

    public DateOnly FromDay { get; set; }

    public long Rate { get; set; }
}
