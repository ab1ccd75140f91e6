using System.Numerics;
using CsCheck;
using Msp.Billing.Amounts;
using static Msp.Billing.Tests.Amounts.ExactNumbers;

namespace Msp.Billing.Tests.Amounts;

public sealed class AllocationTests
{
    private static readonly Gen<decimal[]> Weights =
        Gen.OneOf(
            Gen.Int[0, 5].Select(weight => (decimal)weight),
            Gen.Int[0, 1_000_000].Select(weight => weight / 1000m),
            AnyDecimal.Select(weight => decimal.Abs(weight) % 10_000_000m))
        .Array[1, 40].Where(weights => weights.Any(weight => weight > 0));

    private static readonly Gen<long> Amounts = Gen.OneOf(Gen.Long[-10_000_00, 10_000_00], Gen.Long[-long.MaxValue, long.MaxValue]);

    [Theory]
    [InlineData(100_00, "1 1 1", "3334 3333 3333")]
    [InlineData(5, "1 1 1", "2 2 1")]
    [InlineData(2, "1 1 1", "1 1 0")]
    [InlineData(-5, "1 1 1", "-2 -2 -1")]
    [InlineData(100_00, "1 2 3", "1667 3333 5000")]
    [InlineData(302_50, "2 1", "20167 10083")]
    [InlineData(100, "333 333 334", "33 33 34")]
    [InlineData(-100, "333 333 334", "-33 -33 -34")]
    [InlineData(5, "0 1 0 1", "0 3 0 2")] // a tie: the earlier of those that weigh anything
    [InlineData(1, "1 2 2", "0 1 0")] // 0.2, 0.4, 0.4
    [InlineData(0, "1 1", "0 0")]
    [InlineData(7, "0.0000000000000000000000000001", "7")]
    [InlineData(10, "0.5 0.25 0.25", "5 3 2")] // 5, 2.5, 2.5
    [InlineData(long.MaxValue, "1 1", "4611686018427387904 4611686018427387903")]
    public void Shares_by_weight(long amount, string weights, string shares) => Assert.Equal(shares, Distribute(amount, weights));

    [Theory]
    [InlineData("1 -1")]
    [InlineData("0 0")]
    public void Refuses_negative_weights_and_weights_of_nothing(string weights) =>
        Assert.Throws<ArgumentException>(() => Distribute(100, weights));

    [Fact]
    public void Refuses_no_weights_and_too_few_places()
    {
        Assert.Throws<ArgumentException>(() => Allocation.Distribute(100, [], []));
        Assert.Throws<ArgumentException>(() => Allocation.Distribute(100, [1m, 2m], new long[1]));
        Assert.Throws<ArgumentException>(() => Allocation.Round([], 1, 100, 2, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => Allocation.Round([1m], 0, 100, 2, new long[1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Allocation.Round([1m], 1, 100, -1, new long[1]));
    }

    [Fact]
    public void Refuses_weights_that_it_could_not_share_exactly()
    {
        Assert.Equal("7 0", Distribute(7, "99999999 0.0000000000000000000000000001"));
        Assert.Throws<OverflowException>(() => Distribute(7, "100000000 0.0000000000000000000000000001"));
        Assert.Throws<OverflowException>(() => Distribute(7, "79228162514264337593543950335 0.0000000000000000000000000001"));
    }

    [Fact]
    public void Equals_the_slow_way_for_every_weight() =>
        Gen.Select(Amounts, Weights).Sample(
            (amount, weights) =>
            {
                var shares = new long[weights.Length];
                Allocation.Distribute(amount, weights, shares);
                Assert.Equal(LargestRemainder(amount, weights), shares);
            },
            iter: 20_000);

    [Fact]
    public void Shares_of_parts_of_a_cent_add_up_and_repeat_above_the_size_of_the_stack()
    {
        var shares = new long[1_000];
        Allocation.Distribute(-123_456, [.. Enumerable.Repeat(1m, 1_000)], shares);

        Assert.Equal([.. Enumerable.Repeat(-124L, 456), .. Enumerable.Repeat(-123L, 544)], shares);
    }

    // The March adjustment: +3 users for 15 days and -2 users for 8 days, 150.00 each, over 31 days: 217.74, -77.42, in all 140.32.
    [Theory]
    [InlineData("6750 -2400", 31, 140_32, "21774 -7742")]
    [InlineData("-6750 2400", 31, -140_32, "-21774 7742")]
    [InlineData("1 1 1", 3, 100, "34 33 33")]
    [InlineData("-1 -1 -1", 3, -100, "-34 -33 -33")]
    [InlineData("0.005 0.005", 1, 1, "1 0")] // half a cent each, one in all: the earlier
    [InlineData("0.005 0 0.005", 1, 1, "1 0 0")]
    [InlineData("0.004 0.006", 1, 1, "0 1")]
    [InlineData("0.003 -0.003", 1, 0, "0 0")]
    [InlineData("0.005 -0.005", 1, 0, "1 -1")]
    [InlineData("-0.005 0.005", 1, 0, "-1 1")]
    [InlineData("0 0", 1, 0, "0 0")]
    [InlineData("10.00 0 20.00", 1, 30_00, "1000 0 2000")]
    public void Rounds_parts_so_that_they_add_up_to_the_rounded_whole(string parts, long denominator, long total, string shares) =>
        Assert.Equal(shares, Round(parts, denominator, total));

    [Theory]
    [InlineData("100 100 100", 1, 100_00, "3334 3333 3333")] // capped at 100.00
    [InlineData("40 0 20", 1, 100_00, "6667 0 3333")] // raised from 60.00 to the minimum of 100.00
    [InlineData("10.00 0 20.00", 1, 30_01, "1000 0 2001")] // a whole cent above the sum: 1000.33 and 2000.67
    [InlineData("0 10.00", 1, 10_01, "0 1001")]
    [InlineData("40 0 20", 1, 0, "0 0 0")] // capped at nothing
    [InlineData("-40 -20", 1, -30_00, "-2000 -1000")]
    [InlineData("0 0 0", 1, 100_00, "3334 3333 3333")] // a minimum on nothing
    [InlineData("0 0", 1, -1, "-1 0")]
    [InlineData("100 -50", 1, 80_00, "12000 -4000")] // 30.00 above the sum: 20.00 and 10.00 by size
    [InlineData("-100 50", 1, -80_00, "-12000 4000")]
    [InlineData("100 -50", 1, -100_00, "0 -10000")] // 150.00 below the sum
    [InlineData("50 -50", 1, 1_00, "5050 -4950")]
    public void Parts_of_a_capped_or_raised_whole_bear_the_difference_by_size(string parts, long denominator, long total, string shares) =>
        Assert.Equal(shares, Round(parts, denominator, total));

    [Fact]
    public void Every_part_is_rounded_up_or_down_and_whole_parts_stay() =>
        Parts().Sample(
            (parts, denominator, decimals, mode) =>
            {
                var unit = denominator * BigInteger.Pow(10, 28 - decimals);
                var exact = parts.Select(Scaled).ToArray();
                var sum = exact.Aggregate(BigInteger.Zero, (left, right) => left + right);
                var total = (long)Rounded(sum, unit, mode);
                var shares = new long[parts.Length];
                Allocation.Round(parts, denominator, total, decimals, shares);

                Assert.Equal(total, shares.Sum());
                for (var i = 0; i < parts.Length; i++)
                {
                    Assert.True(BigInteger.Abs((shares[i] * unit) - exact[i]) < unit, $"share {i} is {shares[i]}");
                }
            },
            iter: 20_000);

    [Fact]
    public void Every_share_turns_its_sign_when_every_part_does() =>
        Gen.Select(Parts(), Gen.Long[-1_000_000, 1_000_000]).Sample(
            (parts, total) =>
            {
                var shares = new long[parts.Item1.Length];
                var mirrored = new long[parts.Item1.Length];
                Allocation.Round(parts.Item1, parts.Item2, total, parts.Item3, shares);
                Allocation.Round([.. parts.Item1.Select(part => -part)], parts.Item2, -total, parts.Item3, mirrored);

                Assert.Equal(total, shares.Sum());
                Assert.Equal(shares, mirrored.Select(share => -share));
                Assert.All(parts.Item1.Zip(shares), pair => Assert.True(pair.First != 0 || pair.Second == 0 || parts.Item1.All(part => part == 0)));
            },
            iter: 20_000);

    [Fact]
    public void Allocates_nothing()
    {
        decimal[] weights = [333.33m, 0.1m, 12m, 4.25m];
        var shares = new long[4];
        Allocation.Distribute(100, weights, shares);
        Allocation.Round(weights, 31, 100, 2, shares);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++)
        {
            Allocation.Distribute(100_00 + i, weights, shares);
            Allocation.Round(weights, 31, 11_28, 2, shares);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static Gen<(decimal[], long, int, RoundingMode)> Parts() => Gen.Select(
        Gen.OneOf(
            Gen.Int[-20, 20].Select(part => part / 1000m),
            Gen.Int[-100_000_00, 100_000_00].Select(part => part / 100m),
            AnyDecimal.Select(part => part % 1_000_000m)).Array[1, 40],
        Gen.Long[1, 400],
        Gen.Int[0, 3].Select(index => new[] { 0, 2, 3, 4 }[index]),
        Modes);

    private static string Distribute(long amount, string weights)
    {
        var numbers = weights.Split(' ').Select(Parse).ToArray();
        var shares = new long[numbers.Length];
        Allocation.Distribute(amount, numbers, shares);
        return string.Join(' ', shares);
    }

    private static string Round(string parts, long denominator, long total)
    {
        var numbers = parts.Split(' ').Select(Parse).ToArray();
        var shares = new long[numbers.Length];
        Allocation.Round(numbers, denominator, total, 2, shares);
        return string.Join(' ', shares);
    }

    private static long[] LargestRemainder(long amount, decimal[] weights)
    {
        var size = BigInteger.Abs(amount);
        var scaled = weights.Select(Scaled).ToArray();
        var total = scaled.Aggregate(BigInteger.Zero, (left, right) => left + right);
        var shares = scaled.Select(weight => size * weight / total).ToArray();
        var left = (int)(size - shares.Aggregate(BigInteger.Zero, (sum, share) => sum + share));
        foreach (var i in Enumerable.Range(0, shares.Length).OrderByDescending(i => size * scaled[i] % total).Take(left))
        {
            shares[i]++;
        }

        return [.. shares.Select(share => Math.Sign(amount) * (long)share)];
    }
}
