using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Contracts;
using Msp.Billing.Invoicing;
using Msp.Billing.Periods;
using Msp.Billing.Plans;
using Msp.Billing.Usage;

namespace Msp.Billing.Benchmarks.Workload;

/// <summary>MSP-MONTH-1 in the words of Msp.Billing: charges, contracts, customers, counts and tax rates.</summary>
internal static class WorkloadBook
{
    /// <summary>The day on which March is billed.</summary>
    public static DateOnly IssueDay { get; } = MspMonth1.Month.End;

    /// <summary>When contracts and counts were recorded.</summary>
    public static DateTimeOffset RecordedAt { get; } = new(2026, 3, 31, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The five rates.</summary>
    public static TaxTable Taxes { get; } = new(
        MspMonth1.TaxCodes.Zip(MspMonth1.TaxPercents, (code, percent) => new TaxRate(code, TaxCategory.Standard, new DateOnly(2025, 1, 1), new Percentage(percent))));

    /// <summary>The four charges that every contract of a plan shares, and a first sight of the fifth: devices have a price of their own in each contract.</summary>
    private static Dictionary<PricingTier, Charge[]> Charges { get; } = Enum.GetValues<PricingTier>().ToDictionary(tier => tier, ChargesOf);

    /// <summary>The contract's number.</summary>
    public static string NumberOf(in DrawnContract drawn) => FormattableString.Invariant($"C-{drawn.Id:D7}");

    /// <summary>The customer's number.</summary>
    public static string CustomerNumberOf(in DrawnContract drawn) => FormattableString.Invariant($"K-{drawn.Id:D7}");

    /// <summary>The customer, one for each contract.</summary>
    public static Customer CustomerOf(in DrawnContract drawn) =>
        new(CustomerNumberOf(drawn), FormattableString.Invariant($"Customer {drawn.Id:D7}"), new TaxProfile(MspMonth1.TaxCodes[drawn.TaxCode]));

    /// <summary>The contract with its five lines, billed elsewhere until March.</summary>
    public static Contract ContractOf(in DrawnContract drawn)
    {
        var shared = Charges[drawn.Tier];
        var devices = shared[2].WithPricing(Pricing.PerUnit(drawn.DevicePrice, Currency.Usd));
        var terms = new ContractTerms(
            Currency.Usd, drawn.Start,
            new ContractLine(1, shared[0], 1m), new ContractLine(2, shared[1], 0m), new ContractLine(3, devices, 0m),
            new ContractLine(4, shared[3], 0m), new ContractLine(5, shared[4], 0m))
        {
            End = drawn.End,
            Anchor = BillingAnchor.OnDay(1, drawn.Start),
            PaymentDays = drawn.PaymentDays,
            BilledElsewhereUntil = MspMonth1.Month.Start,
        };
        return new Contract(NumberOf(drawn), CustomerNumberOf(drawn), terms, RecordedAt, ContractStatus.Scheduled) { Plan = drawn.Tier.ToString() };
    }

    /// <summary>What was counted and reported in March: users, devices, storage, minutes.</summary>
    public static UsageCount[] CountsOf(in DrawnContract drawn) =>
    [
        new(2, MspMonth1.Month.Start, drawn.Users, RecordedAt),
        new(3, MspMonth1.Month.Start, drawn.Devices, RecordedAt),
        new(4, MspMonth1.Month.Start, drawn.StorageGigabytes, RecordedAt),
        new(5, MspMonth1.Month.Start, drawn.SupportMinutes, RecordedAt),
    ];

    private static Charge[] ChargesOf(PricingTier tier)
    {
        var prices = WorkloadPrices.Of(tier);
        return
        [
            new Charge("platform", $"Managed platform fee - {tier}", BillingUnit.Flat, Pricing.Flat(prices.Platform, Currency.Usd)) { Timing = ChargeTiming.Arrears },
            new Charge("users", "Managed users", BillingUnit.User, Pricing.Graduated(Currency.Usd, prices.Users.AsSpan())) { Timing = ChargeTiming.Arrears },
            new Charge("devices", "Managed devices", BillingUnit.AnyDevice, Pricing.PerUnit(5m, Currency.Usd)) { Timing = ChargeTiming.Arrears },
            new Charge("storage", "Backup storage above allowance (GB)", BillingUnit.Gigabyte, Pricing.PerUnit(prices.Storage, Currency.Usd).WithIncluded(prices.IncludedStorage))
            {
                Timing = ChargeTiming.Arrears,
                Basis = QuantityBasis.Reported,
            },
            new Charge("support", "Remote support (h)", BillingUnit.FromCode("minute"), Pricing.PerUnit(prices.SupportHour, Currency.Usd).WithIncrement(new QuantityIncrement(15m, 0.25m)))
            {
                Timing = ChargeTiming.Arrears,
                Basis = QuantityBasis.Reported,
            },
        ];
    }
}
