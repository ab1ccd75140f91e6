using System.Globalization;
using Msp.Quoting.Web.Localization;

namespace Msp.Quoting.Web.Tests.Localization;

/// <summary>What people type for a number.</summary>
public sealed class NumberEntryTests
{
    [Theory]
    [InlineData("1250", "en-US", "1250")]
    [InlineData("1,250", "en-US", "1250")]
    [InlineData("1.250", "de-DE", "1250")]
    [InlineData("1.250", "en-US", "1.250")]
    [InlineData("1,250", "de-DE", "1.250")]
    [InlineData("1,250.50", "de-DE", "1250.50")]
    [InlineData("1.250,50", "en-US", "1250.50")]
    [InlineData("0,5", "en-US", "0.5")]
    [InlineData("12.5", "de-DE", "12.5")]
    [InlineData("1 250,5", "fr-FR", "1250.5")]
    [InlineData("1,234,567", "en-US", "1234567")]
    [InlineData("$ 95.00", "en-US", "95.00")]
    [InlineData("95,00 €", "de-DE", "95.00")]
    [InlineData("1'250", "de-DE", "1250")]
    [InlineData("-12", "en-US", "-12")]
    [InlineData("−12", "en-US", "-12")]
    [InlineData("5 %", "en-US", "5")]
    public void What_is_clear_is_read(string typed, string culture, string expected) =>
        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), NumberEntry.Parse(typed, CultureInfo.GetCultureInfo(culture)));

    [Theory]
    [InlineData("")]
    [InlineData("four")]
    [InlineData("12a")]
    [InlineData("1,25,0.5")]
    [InlineData("1.2.3")]
    [InlineData("12,34,567")]
    [InlineData("--1")]
    [InlineData("1-2")]
    [InlineData("99999999999999999999999999999999")]
    public void What_is_no_number_is_none(string typed) => Assert.Null(NumberEntry.Parse(typed, CultureInfo.GetCultureInfo("en-US")));
}
