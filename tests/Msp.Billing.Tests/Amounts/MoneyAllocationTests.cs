using CsCheck;
using Msp.Billing.Amounts;
using static Msp.Billing.Tests.Amounts.ExactNumbers;

namespace Msp.Billing.Tests.Amounts;

public sealed class MoneyAllocationTests
{
    [Theory]
    [InlineData("100.00", "33.34 33.33 33.33")]
    [InlineData("0.05", "0.02 0.02 0.01")]
    [InlineData("0.02", "0.01 0.01 0.00")]
    [InlineData("-0.05", "-0.02 -0.02 -0.01")]
    [InlineData("-100.00", "-33.34 -33.33 -33.33")]
    public void Three_equal_shares(string amount, string shares)
    {
        var money = new Money(Parse(amount), Currency.Eur);

        Assert.Equal(shares.Split(' ').Select(Parse), money.Split(3).Select(share => share.Amount));
        Assert.Equal(money.Split(3), money.Allocate(1, 1, 1));
    }

    [Theory]
    [InlineData("1.00", 7, "0.15 0.15 0.14 0.14 0.14 0.14 0.14")] // 100 = 7 × 14 + 2
    [InlineData("0.05", 9, "0.01 0.01 0.01 0.01 0.01 0.00 0.00 0.00 0.00")]
    [InlineData("7.00", 1, "7.00")]
    public void Equal_shares_differ_by_one_cent_at_most(string amount, int count, string shares) =>
        Assert.Equal(shares.Split(' ').Select(Parse), new Money(Parse(amount), Currency.Eur).Split(count).Select(share => share.Amount));

    [Theory]
    [InlineData("EUR", "100.00", "1 2 3", "16.67 33.33 50.00")]
    [InlineData("USD", "302.50", "2 1", "201.67 100.83")]
    [InlineData("EUR", "1.00", "333 333 334", "0.33 0.33 0.34")]
    [InlineData("JPY", "100", "1 1 1", "34 33 33")]
    [InlineData("KWD", "1.000", "1 1 1", "0.334 0.333 0.333")]
    public void Shares_by_weight(string code, string amount, string weights, string shares)
    {
        var currency = Currency.FromCode(code);
        var split = new Money(Parse(amount), currency).Allocate([.. weights.Split(' ').Select(Parse)]);

        Assert.Equal(shares.Split(' ').Select(share => new Money(Parse(share), currency)), split);
    }

    [Fact]
    public void Splitting_is_allocating_by_equal_weights() =>
        Gen.Select(Gen.Long[-long.MaxValue, long.MaxValue], Gen.Int[1, 60]).Sample((units, count) =>
        {
            var money = Money.FromMinorUnits(units, Currency.Eur);
            Assert.Equal(money.Allocate([.. Enumerable.Repeat(1m, count)]), money.Split(count));
            Assert.Equal(money, money.Split(count).Aggregate((left, right) => left + right));
        });

    [Fact]
    public void Refuses_no_shares()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Money(1m, Currency.Eur).Split(0));
        Assert.Throws<ArgumentException>(() => new Money(1m, Currency.Eur).Allocate());
        Assert.Throws<ArgumentException>(() => new Money(1m, Currency.Eur).Allocate(0, 0));
    }
}
