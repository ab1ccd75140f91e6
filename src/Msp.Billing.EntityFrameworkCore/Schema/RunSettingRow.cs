namespace Msp.Billing.EntityFrameworkCore.Schema;

/// <summary>From where on a run says that something is out of the ordinary. A seller without a row has the standard.</summary>
internal sealed class RunSettingRow
{
    public long SellerId { get; set; }

    public decimal ChangePercent { get; set; }

    public decimal ChangeAmount { get; set; }

    public int StaleDays { get; set; }
}
