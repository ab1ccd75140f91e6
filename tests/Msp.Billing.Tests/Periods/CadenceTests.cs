using CsCheck;
using Msp.Billing.Periods;

namespace Msp.Billing.Tests.Periods;

public sealed class CadenceTests
{
    [Theory]
    [InlineData("1M", 1, CadenceUnit.Month)]
    [InlineData("3M", 3, CadenceUnit.Month)]
    [InlineData("12M", 12, CadenceUnit.Month)]
    [InlineData("2W", 2, CadenceUnit.Week)]
    [InlineData("10D", 10, CadenceUnit.Day)]
    [InlineData("1200D", 1200, CadenceUnit.Day)]
    public void Reads_what_it_writes(string text, int count, CadenceUnit unit)
    {
        Assert.True(Cadence.TryParse(text, out var cadence));
        Assert.Equal(new Cadence(count, unit), cadence);
        Assert.Equal(text, cadence.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("M")]
    [InlineData("1")]
    [InlineData("0M")]
    [InlineData("-1M")]
    [InlineData("1201M")]
    [InlineData("1Y")]
    [InlineData("1m")]
    [InlineData(" 1M")]
    [InlineData("1.5M")]
    [InlineData("99999999999M")]
    public void Refuses_what_is_no_cadence(string? text)
    {
        Assert.False(Cadence.TryParse(text, out var cadence));
        Assert.Equal(default, cadence);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    [InlineData(1201)]
    public void Counts_from_1_to_1200(int count) => Assert.Throws<ArgumentOutOfRangeException>(() => Cadence.Months(count));

    [Fact]
    public void Names_the_usual_ones() =>
        Assert.Equal("1M 3M 6M 12M", string.Join(' ', Cadence.Monthly, Cadence.Quarterly, Cadence.HalfYearly, Cadence.Yearly));

    [Fact]
    public void Stored_numbers_stay() // contracts in databases hold them
    {
        Assert.Equal((1, 2, 3), ((int)CadenceUnit.Month, (int)CadenceUnit.Week, (int)CadenceUnit.Day));
        Assert.Equal(
            "ActualOverActual=1 ActualOver30=2 ActualOver365=3 Thirty360=4 WholePeriod=5 NextWholePeriod=6",
            string.Join(' ', Enum.GetValues<DayCount>().Select(value => $"{value}={(int)value}")));
    }

    [Fact]
    public void Every_cadence_survives_its_text() =>
        Gen.Select(Gen.Int[1, 1200], Gen.Enum<CadenceUnit>()).Sample((count, unit) =>
            Cadence.TryParse(new Cadence(count, unit).ToString(), out var read) && read == new Cadence(count, unit));
}
