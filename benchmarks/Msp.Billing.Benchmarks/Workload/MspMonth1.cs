using Msp.Billing.Periods;
using Msp.Billing.Plans;

namespace Msp.Billing.Benchmarks.Workload;

/// <summary>The common workload: contracts of one seller for March 2026, five charges each, drawn from a fixed sequence of numbers.</summary>
/// <remarks>
/// The set of 1,000 is the beginning of the set of 10,000: a contract depends on its number only. What a run of it must give is known from
/// other programs and stands in <c>msp-month-1.expected.json</c>.
/// </remarks>
internal static class MspMonth1
{
    private const long Multiplier = 48271;
    private const long Modulus = 2147483647;
    private const long Seed = 20260301;
    private const int SkippedDraws = 3;

    /// <summary>March 2026.</summary>
    public static ServicePeriod Month { get; } = new(new DateOnly(2026, 3, 1), new DateOnly(2026, 4, 1));

    /// <summary>The keys of the tax table.</summary>
    public static IReadOnlyList<string> TaxCodes { get; } = ["EXEMPT", "T0500", "T0825", "T1900", "T2000"];

    /// <summary>Their rates in percent, in the same order.</summary>
    public static IReadOnlyList<decimal> TaxPercents { get; } = [0m, 5m, 8.25m, 19m, 20m];

    /// <summary>The contracts with the numbers 1 to <paramref name="count"/>.</summary>
    public static IEnumerable<DrawnContract> Draw(int count)
    {
        for (var id = 1; id <= count; id++)
        {
            yield return One(id);
        }
    }

    private static DrawnContract One(int id)
    {
        var state = (((id * 69621L) + Seed) % (Modulus - 1)) + 1;
        for (var skipped = 0; skipped < SkippedDraws; skipped++)
        {
            Next(ref state);
        }

        var tier = (Next(ref state) % 100) switch { < 50 => PricingTier.Basic, < 85 => PricingTier.Standard, _ => PricingTier.Premium };
        var taxCode = (int)(Next(ref state) % 5);
        var paymentDays = (Next(ref state) % 3) switch { 0 => 14, 1 => 30, _ => 45 };
        var life = Next(ref state) % 100;
        var day = new DateOnly(2026, 3, (int)(Next(ref state) % 29) + 2);
        var users = (int)(Next(ref state) % 60) + 1;
        users *= Next(ref state) % 100 < 5 ? 10 : 1;
        var devices = users + (int)(Next(ref state) % (users + 5));
        var storage = (int)(Next(ref state) % 5_000_000);
        var minutes = (int)(Next(ref state) % 1200);
        minutes = Next(ref state) % 100 < 30 ? 0 : minutes;
        var devicePrice = 4500 + (int)(Next(ref state) % 1000);

        // The definition gives the last day of service; a contract's end is the first day that it does not bill.
        var (start, end) = life switch
        {
            < 2 => (new DateOnly(2025, 3, 1), (DateOnly?)new DateOnly(2026, 2, 16)),
            < 12 => (day, null),
            < 22 => (new DateOnly(2025, 6, 15), day.AddDays(1)),
            _ => (new DateOnly(2025, 1, 1), null),
        };
        return new DrawnContract(id, tier, taxCode, paymentDays, start, end, users, devices, storage, minutes, devicePrice);
    }

    private static long Next(ref long state) => state = state * Multiplier % Modulus;
}
