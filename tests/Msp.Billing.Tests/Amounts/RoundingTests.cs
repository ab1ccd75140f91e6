using System.Numerics;
using CsCheck;
using Msp.Billing.Amounts;
using static Msp.Billing.Tests.Amounts.ExactNumbers;

namespace Msp.Billing.Tests.Amounts;

public sealed class RoundingTests
{
    private static readonly Gen<long> Denominators = Gen.OneOf(Gen.Long[1, 400], Gen.Long[1, 1_000_000], Gen.Long[1, long.MaxValue]);

    [Theory]
    [InlineData("0.125", 1, "0.13", "0.12")]
    [InlineData("0.135", 1, "0.14", "0.14")]
    [InlineData("-0.125", 1, "-0.13", "-0.12")]
    [InlineData("-0.135", 1, "-0.14", "-0.14")]
    [InlineData("0.1249999999999999999999999999", 1, "0.12", "0.12")]
    [InlineData("0.1250000000000000000000000001", 1, "0.13", "0.13")]
    [InlineData("0", 31, "0.00", "0.00")]
    [InlineData("6750.00", 1, "6750.00", "6750.00")]
    [InlineData("213600.00", 31, "6890.32", "6890.32")] // 150 × (45·16 + 48·7 + 46·8) = 213,600 over 31 days
    [InlineData("6750", 31, "217.74", "217.74")] // +3 users for 15 of 31 days: 3 × 150 × 15 = 6,750
    [InlineData("-2400", 31, "-77.42", "-77.42")] // -2 users for 8 of 31 days
    [InlineData("0.01", 2, "0.01", "0.00")] // half a cent
    [InlineData("0.03", 2, "0.02", "0.02")] // a cent and a half
    public void Rounds_once_to_the_cent(string numerator, long denominator, string awayFromZero, string toEven)
    {
        Assert.Equal(Parse(awayFromZero), Rounding.ToMoney(Parse(numerator), denominator, Currency.Eur, RoundingMode.HalfAwayFromZero).Amount);
        Assert.Equal(Parse(toEven), Rounding.ToMoney(Parse(numerator), denominator, Currency.Eur, RoundingMode.HalfToEven).Amount);
    }

    [Theory]
    [InlineData("JPY", "100.5", "101")]
    [InlineData("EUR", "100.005", "100.01")]
    [InlineData("KWD", "100.0005", "100.001")]
    [InlineData("CLF", "100.00005", "100.0001")]
    public void Rounds_to_the_minor_unit_of_the_currency(string code, string exact, string rounded) =>
        Assert.Equal(Parse(rounded), Rounding.ToMoney(Parse(exact), Currency.FromCode(code), RoundingMode.HalfAwayFromZero).Amount);

    // The divisor 2 × 10^19 has 65 bits, the dividend 2^64 - 1 has 64: 0.92 all the same, not nothing.
    [Theory]
    [InlineData("1.8446744073709551615", 2, 0, 1)]
    [InlineData("0.9999999999999999999", 2, 0, 0)]
    [InlineData("1.0000000000000000000", 2, 0, 1)]
    [InlineData("7.9228162514264337593543950335", long.MaxValue, 9, 0)]
    [InlineData("79228162514264337593543950335", long.MaxValue, 9, 8589934592000000001)] // (2^96 - 1) / (2^63 - 1) is 2^33 = 8,589,934,592 and 0.93 billionths
    public void Divisors_and_dividends_of_more_than_64_bits_lose_nothing(string numerator, long denominator, int decimals, long units) =>
        Assert.Equal(units, Rounding.ToMinorUnits(Parse(numerator), denominator, decimals, RoundingMode.HalfAwayFromZero));

    [Fact]
    public void Equals_the_slow_way_for_every_number()
    {
        Gen.Select(AnyDecimal, Denominators, Gen.Int[0, Rounding.MaxDecimals], Modes).Sample((numerator, denominator, decimals, mode) =>
        {
            var expected = Rounded(numerator, denominator, decimals, mode);
            if (BigInteger.Abs(expected) > long.MaxValue)
            {
                Assert.Throws<OverflowException>(() => Rounding.ToMinorUnits(numerator, denominator, decimals, mode));
            }
            else
            {
                Assert.Equal((long)expected, Rounding.ToMinorUnits(numerator, denominator, decimals, mode));
            }
        }, iter: 100_000);
    }

    // (2k + 1) × 5 × denominator / 10^(decimals + 1), over the denominator, is k and a half; a hundredth of a unit beside it is not.
    [Fact]
    public void Knows_an_exact_half_from_its_neighbours()
    {
        Gen.Select(Gen.Long[0, 1_000_000_000_000], Gen.Long[1, 1_000_000], Gen.Int[0, 4], Gen.Bool).Sample((k, denominator, decimals, negative) =>
        {
            var half = ToDecimal(((2 * (BigInteger)k) + 1) * 5 * denominator, decimals + 1, negative);
            var sign = negative ? -1 : 1;
            Assert.Equal(sign * (k + 1), Rounding.ToMinorUnits(half, denominator, decimals, RoundingMode.HalfAwayFromZero));
            Assert.Equal(sign * (k + (k % 2)), Rounding.ToMinorUnits(half, denominator, decimals, RoundingMode.HalfToEven));

            var step = sign * new decimal(1, 0, 0, false, (byte)(decimals + 2));
            Assert.Equal(sign * (k + 1), Rounding.ToMinorUnits(half + step, denominator, decimals, RoundingMode.HalfToEven));
            Assert.Equal(sign * k, Rounding.ToMinorUnits(half - step, denominator, decimals, RoundingMode.HalfAwayFromZero));
        });
    }

    [Fact]
    public void The_largest_amount_is_kept_and_the_next_is_refused()
    {
        Assert.Equal(long.MaxValue, Rounding.ToMinorUnits(92_233_720_368_547_758.07m, 1, 2, RoundingMode.HalfAwayFromZero));
        Assert.Equal(-long.MaxValue, Rounding.ToMinorUnits(-92_233_720_368_547_758.07m, 1, 2, RoundingMode.HalfAwayFromZero));
        Assert.Equal(long.MaxValue, Rounding.ToMinorUnits(92_233_720_368_547_758.0749m, 1, 2, RoundingMode.HalfAwayFromZero));
        Assert.Throws<OverflowException>(() => Rounding.ToMinorUnits(92_233_720_368_547_758.075m, 1, 2, RoundingMode.HalfAwayFromZero));
        Assert.Throws<OverflowException>(() => Rounding.ToMinorUnits(-92_233_720_368_547_758.08m, 1, 2, RoundingMode.HalfAwayFromZero));
        Assert.Throws<OverflowException>(() => Rounding.ToMinorUnits(decimal.MaxValue, 1, 9, RoundingMode.HalfAwayFromZero));
    }

    [Theory]
    [InlineData(0, 2, 1)]
    [InlineData(-1, 2, 1)]
    [InlineData(1, -1, 1)]
    [InlineData(1, 10, 1)]
    [InlineData(1, 2, 0)]
    [InlineData(1, 2, 3)]
    public void Refuses_what_is_no_denominator_no_decimals_or_no_mode(long denominator, int decimals, int mode) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Rounding.ToMinorUnits(1m, denominator, decimals, (RoundingMode)mode));

    [Theory]
    [InlineData("0.0385", "1234567.891", "47530.8638035")] // 385 × 1,234,567,891 = 475,308,638,035
    [InlineData("150.00", "45.00000000000000000000000000", "6750")] // 30 decimals, 28 of them zeros
    [InlineData("0", "0.0000000000000000000000000001", "0")]
    public void A_product_of_up_to_28_digits_is_exact(string left, string right, string product) =>
        Assert.Equal(Parse(product), Rounding.Multiply(Parse(left), Parse(right)));

    [Fact]
    public void A_product_is_exact_or_refused()
    {
        Gen.Select(AnyDecimal, AnyDecimal).Sample((left, right) =>
        {
            try
            {
                Assert.Equal(Scaled(left) * Scaled(right), Scaled(Rounding.Multiply(left, right)) * BigInteger.Pow(10, 28));
            }
            catch (OverflowException)
            {
                // Only what has more than 96 bits or 28 decimals, without the trailing zeros of its factors, may be refused.
                var (first, second) = (left / 1.0000000000000000000000000000m, right / 1.0000000000000000000000000000m);
                var digits = BigInteger.Abs(Scaled(first) * Scaled(second)) / BigInteger.Pow(10, 56 - first.Scale - second.Scale);
                Assert.True(first.Scale + second.Scale > 28 || digits >= BigInteger.Pow(2, 96), "could be kept");
            }
        }, iter: 100_000);
    }

    [Fact]
    public void Allocates_nothing()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 1; i < 1_000; i++)
        {
            _ = Rounding.ToMinorUnits(6750.00m * i, 31, 2, RoundingMode.HalfAwayFromZero);
            _ = Rounding.ToMinorUnits(1.2345678901234567890123456789m, 31, 2, RoundingMode.HalfAwayFromZero);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
