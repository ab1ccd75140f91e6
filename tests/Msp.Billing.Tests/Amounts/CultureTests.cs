using System.Globalization;
using Msp.Billing.Amounts;

namespace Msp.Billing.Tests.Amounts;

/// <summary>German writes 1.234,5; Turkish has an i of its own; Arabic has another minus sign and other digits.</summary>
public sealed class CultureTests
{
    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void Amounts_read_write_and_complain_alike_in_every_culture(string culture)
    {
        var here = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.NotEqual("-1234.5", (-1234.5m).ToString("N1", CultureInfo.CurrentCulture));

            Assert.Equal("-6750.50 INR", new Money(-6750.5m, Currency.FromCode("INR")).ToString());
            Assert.Equal(-6750_50, Money.Parse("-6750.50 INR").MinorUnits);
            Assert.False(Money.TryParse("6750,50 INR", out _));
            Assert.False(Currency.TryFromCode("inr", out _));
            Assert.Equal("1234.5678 INR", new UnitPrice(1234.5678m, Currency.FromCode("INR")).ToString());
            Assert.Equal("-8.25 %", new Percentage(-8.25m).ToString());
            Assert.StartsWith("-1.005 is not a whole number of EUR 0.01", Message(() => new Money(-1.005m, Currency.Eur)), StringComparison.Ordinal);
            Assert.StartsWith("-0.5 EUR is not a unit price: it is from 0 to 9,223,372,036,854.775807", Message(() => new UnitPrice(-0.5m, Currency.Eur)), StringComparison.Ordinal);
            Assert.StartsWith("-100.5 is not a percentage: it is from -100 to 1,000", Message(() => new Percentage(-100.5m)), StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = here;
        }
    }

    private static string Message(Func<object> create) => Assert.ThrowsAny<ArgumentException>(create).Message;
}
