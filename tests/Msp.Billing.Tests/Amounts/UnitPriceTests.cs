using Msp.Billing.Amounts;
using static Msp.Billing.Tests.Amounts.ExactNumbers;

namespace Msp.Billing.Tests.Amounts;

public sealed class UnitPriceTests
{
    [Theory]
    [InlineData("0", "0.00 USD")]
    [InlineData("150", "150.00 USD")]
    [InlineData("0.0385", "0.0385 USD")]
    [InlineData("0.000001", "0.000001 USD")]
    [InlineData("1.100000000", "1.10 USD")]
    [InlineData("9223372036854.775807", "9223372036854.775807 USD")]
    public void Has_up_to_six_decimals(string amount, string text) => Assert.Equal(text, new UnitPrice(Parse(amount), Currency.Usd).ToString());

    [Theory]
    [InlineData("-0.01")]
    [InlineData("0.0000001")]
    [InlineData("9223372036854.775808")]
    [InlineData("79228162514264337593543950335")]
    public void Refuses_what_is_negative_too_fine_or_too_large(string amount) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new UnitPrice(Parse(amount), Currency.Usd));

    [Fact]
    public void Default_is_nothing_in_no_currency() => Assert.Equal("0 XXX", default(UnitPrice).ToString());

    [Theory]
    [InlineData("150.00", "45", "6750.00")]
    [InlineData("0.0385", "1000", "38.50")]
    [InlineData("0.0385", "13", "0.50")] // 0.5005
    [InlineData("0.05", "0.1", "0.01")] // 0.005, away from zero
    [InlineData("10.00", "-2", "-20.00")]
    public void Times_a_quantity_is_rounded_once(string price, string quantity, string amount) =>
        Assert.Equal(Parse(amount), new UnitPrice(Parse(price), Currency.Usd).Times(Parse(quantity), RoundingMode.HalfAwayFromZero).Amount);

    // 0.000001 × 4999.9999999999999999999999999 is just below half a cent; a product rounded to 28 digits would be exactly half a cent.
    [Fact]
    public void Is_never_rounded_twice()
    {
        var price = new UnitPrice(0.000001m, Currency.Usd);

        Assert.Equal(0m, price.Times(4999.9999999999999999m, RoundingMode.HalfAwayFromZero).Amount);
        Assert.Throws<OverflowException>(() => price.Times(4999.9999999999999999999999999m, RoundingMode.HalfAwayFromZero));
    }
}
