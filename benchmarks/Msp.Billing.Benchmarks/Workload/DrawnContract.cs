using Msp.Billing.Plans;

namespace Msp.Billing.Benchmarks.Workload;

/// <summary>One contract of MSP-MONTH-1 as it was drawn, in whole numbers.</summary>
/// <param name="Id">From 1.</param>
/// <param name="Tier">Its plan.</param>
/// <param name="TaxCode">Place in <see cref="MspMonth1.TaxCodes"/>.</param>
/// <param name="PaymentDays">14, 30 or 45.</param>
/// <param name="Start">The first billed day.</param>
/// <param name="End">The first day that is no longer billed; null where there is no end.</param>
/// <param name="Users">In March.</param>
/// <param name="Devices">In March.</param>
/// <param name="StorageThousandths">Backup storage in March, in thousandths of a gigabyte.</param>
/// <param name="SupportMinutes">Worked in March.</param>
/// <param name="DevicePriceThousandths">The price of one device, in thousandths of a dollar.</param>
internal readonly record struct DrawnContract(
    int Id, PricingTier Tier, int TaxCode, int PaymentDays, DateOnly Start, DateOnly? End, int Users, int Devices, int StorageThousandths,
    int SupportMinutes, int DevicePriceThousandths)
{
    /// <summary>How many days of March are billed; 31 for a whole month, zero for none.</summary>
    public int ActiveDays
    {
        get
        {
            var from = Start > MspMonth1.Month.Start ? Start : MspMonth1.Month.Start;
            var until = End is { } end && end < MspMonth1.Month.End ? end : MspMonth1.Month.End;
            return Math.Max(0, until.DayNumber - from.DayNumber);
        }
    }

    /// <summary>Backup storage in gigabytes.</summary>
    public decimal StorageGigabytes => StorageThousandths / 1000m;

    /// <summary>The price of one device in dollars.</summary>
    public decimal DevicePrice => DevicePriceThousandths / 1000m;
}
