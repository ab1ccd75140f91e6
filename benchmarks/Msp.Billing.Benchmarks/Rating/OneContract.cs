using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Contracts;
using Msp.Billing.Periods;
using Msp.Billing.Plans;
using Msp.Billing.Usage;

namespace Msp.Billing.Benchmarks.Rating;

/// <summary>A contract of five charges for March 2026 three times: in the words of Msp.Billing, as rows of numbers, and as one program written for it alone.</summary>
/// <remarks>A fee, 48 users in two steps, 60 devices from 17 March on, storage above an allowance, 95 minutes of support by quarter hours begun.</remarks>
internal static class OneContract
{
    private static readonly DateTimeOffset RecordedAt = new(2026, 3, 31, 12, 0, 0, TimeSpan.Zero);
    private static readonly decimal[] UserPrices = [38.50m, 34.25m, 29.995m];
    private static readonly int[] UserBounds = [25, 100, int.MaxValue];

    /// <summary>The month that is rated.</summary>
    internal static ServicePeriod Month { get; } = new(new DateOnly(2026, 3, 1), new DateOnly(2026, 4, 1));

    /// <summary>What was counted and reported.</summary>
    internal static UsageCount[] Counts { get; } = [new(2, Month.Start, 48m, RecordedAt), new(4, Month.Start, 3649.513m, RecordedAt), new(5, Month.Start, 95m, RecordedAt)];

    /// <summary>The contract.</summary>
    internal static Contract Contract { get; } = new(
        "C-1", "K-1",
        new ContractTerms(
            Currency.Usd, Month.Start,
            new ContractLine(1, Arrears("platform", BillingUnit.Flat, Pricing.Flat(149m, Currency.Usd)), 1m),
            new ContractLine(2, Arrears("users", BillingUnit.User, Pricing.Graduated(Currency.Usd, new PriceStep(25m, 38.50m), new PriceStep(100m, 34.25m), new PriceStep(null, 29.995m))), 45m),
            new ContractLine(3, Arrears("devices", BillingUnit.AnyDevice, Pricing.PerUnit(5.238m, Currency.Usd)), 60m) { Start = new DateOnly(2026, 3, 17) },
            new ContractLine(4, Arrears("storage", BillingUnit.Gigabyte, Pricing.PerUnit(0.045m, Currency.Usd).WithIncluded(250m), QuantityBasis.Reported), 0m),
            new ContractLine(5, Arrears("support", BillingUnit.FromCode("minute"), Pricing.PerUnit(120m, Currency.Usd).WithIncrement(new QuantityIncrement(15m, 0.25m)), QuantityBasis.Reported), 0m)),
        RecordedAt,
        ContractStatus.Scheduled);

    /// <summary>The same charges as rows.</summary>
    internal static PlainCharge[] Plain { get; } =
    [
        new(PlainChargeKind.Flat, 1m, 149m, 0m, [], 31),
        new(PlainChargeKind.Graduated, 48m, 0m, 0m, [(25m, 38.50m), (100m, 34.25m), (decimal.MaxValue, 29.995m)], 31),
        new(PlainChargeKind.PerUnit, 60m, 5.238m, 0m, [], 15),
        new(PlainChargeKind.AboveAllowance, 3649.513m, 0.045m, 250m, [], 31),
        new(PlainChargeKind.QuarterHoursBegun, 95m, 120m, 0m, [], 31),
    ];

    /// <summary>The same five amounts in cents, as a program for this one contract would compute them.</summary>
    /// <param name="users">48.</param>
    /// <param name="devices">60.</param>
    /// <param name="heldDays">Of the devices: 15 of 31.</param>
    /// <param name="gigabytes">3,649.513.</param>
    /// <param name="minutes">95.</param>
    internal static long Handwritten(int users, int devices, int heldDays, decimal gigabytes, int minutes)
    {
        var ofUsers = 0m;
        var lower = 0;
        for (var step = 0; step < UserBounds.Length && users > lower; step++)
        {
            ofUsers += (Math.Min(users, UserBounds[step]) - lower) * UserPrices[step];
            lower = UserBounds[step];
        }

        var ofDevices = devices * 5.238m * heldDays / 31;
        var ofStorage = Math.Max(0m, gigabytes - 250m) * 0.045m;
        var ofSupport = (minutes + 14) / 15 * 0.25m * 120m;
        return decimal.ToInt64((Cents(149m) + Cents(ofUsers) + Cents(ofDevices) + Cents(ofStorage) + Cents(ofSupport)) * 100m);
    }

    private static Charge Arrears(string code, BillingUnit unit, Pricing pricing, QuantityBasis basis = QuantityBasis.Timeline) =>
        new(code, code, unit, pricing) { Timing = ChargeTiming.Arrears, Basis = basis };

    private static decimal Cents(decimal exact) => Math.Round(exact, 2, MidpointRounding.AwayFromZero);
}
