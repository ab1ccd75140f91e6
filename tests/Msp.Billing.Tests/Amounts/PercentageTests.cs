using Msp.Billing.Amounts;
using static Msp.Billing.Tests.Amounts.ExactNumbers;

namespace Msp.Billing.Tests.Amounts;

public sealed class PercentageTests
{
    [Theory]
    [InlineData("19", 190_000, "0.19", "19 %")]
    [InlineData("8.25", 82_500, "0.0825", "8.25 %")]
    [InlineData("-100", -1_000_000, "-1", "-100 %")]
    [InlineData("1000", 10_000_000, "10", "1000 %")]
    [InlineData("0.0001", 1, "0.000001", "0.0001 %")]
    [InlineData("0", 0, "0", "0 %")]
    public void Is_kept_in_millionths(string value, long millionths, string fraction, string text)
    {
        var percentage = new Percentage(Parse(value));

        Assert.Equal((millionths, Parse(fraction), text), (percentage.Millionths, percentage.Fraction, percentage.ToString()));
        Assert.Equal(percentage, Percentage.FromMillionths(millionths));
    }

    [Theory]
    [InlineData("-100.0001")]
    [InlineData("1000.0001")]
    [InlineData("0.00001")]
    public void Refuses_what_is_out_of_range_or_too_fine(string value) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Percentage(Parse(value)));

    [Fact]
    public void Default_is_zero_and_order_is_by_value()
    {
        Assert.Equal(new Percentage(0m), default);
        Assert.True(new Percentage(7m) < new Percentage(19m));
        Assert.True(new Percentage(19m) > new Percentage(7m));
        Assert.True(new Percentage(19.0m) <= new Percentage(19m));
        Assert.True(new Percentage(19.0m) >= new Percentage(19m));
        Assert.Equal(0, new Percentage(19.0m).CompareTo(new Percentage(19m)));
    }
}
