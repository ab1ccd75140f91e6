using System.Globalization;
using Msp.Billing.Amounts;
using Msp.Quoting.Web.Localization;

namespace Msp.Quoting.Web.Tests.Localization;

/// <summary>Money brings its currency; the reader's culture brings separators and places.</summary>
public sealed class FormatTests
{
    [Theory]
    [InlineData("en-US", "USD", "$4,298.75")]
    [InlineData("en-GB", "USD", "US$4,298.75")]
    [InlineData("de-DE", "USD", "4.298,75 $")]
    [InlineData("fr-FR", "USD", "4 298,75 $")]
    [InlineData("de-DE", "EUR", "4.298,75 €")]
    [InlineData("en-US", "CHF", "CHF 4,298.75")]
    public void An_amount_keeps_its_currency_in_every_culture(string culture, string currency, string expected)
    {
        using var _ = new Reader(culture);
        Assert.Equal(expected, Plain(new Format().Amount(new Money(4298.75m, Currency.FromCode(currency)))));
        Assert.Equal("−" + expected, Plain(new Format().Amount(new Money(-4298.75m, Currency.FromCode(currency)))));
    }

    [Fact]
    public void A_currency_without_decimals_shows_none()
    {
        using var _ = new Reader("en-US");
        Assert.Equal("¥4,299", new Format().Amount(new Money(4299m, Currency.Jpy)));
    }

    [Fact]
    public void A_unit_price_shows_all_its_decimals()
    {
        using var _ = new Reader("en-US");
        Assert.Equal("$29.995", new Format().Price(29.995m, Currency.Usd));
        Assert.Equal("$95.00", new Format().Price(95m, Currency.Usd));
    }

    [Theory]
    [InlineData(69_412, "$69,000")]
    [InlineData(1_251, "$1,300")]
    [InlineData(87, "$87")]
    [InlineData(-69_412, "−$69,000")]
    public void An_estimate_has_two_figures(int amount, string expected)
    {
        using var _ = new Reader("en-US");
        Assert.Equal(expected, new Format().Estimate(amount, Currency.Usd));
    }

    [Fact]
    public void An_axis_is_short()
    {
        using var _ = new Reader("en-US");
        Assert.Equal(["$400k", "$1.5M", "$0"], new[] { 400_000m, 1_500_000m, 0m }.Select(value => new Format().Short(value, Currency.Usd)));
    }

    [Fact]
    public void Days_are_read_with_both_ends()
    {
        using var _ = new Reader("de-DE");
        Assert.Equal("1. März 2026 – 31. März 2026", new Format().Days(new DateOnly(2026, 3, 1), new DateOnly(2026, 4, 1)));
        Assert.Equal("1. März 2026", new Format().Days(new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 2)));
    }

    // Every kind of space counts as one.
    private static string Plain(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');

    private sealed class Reader : IDisposable
    {
        private readonly CultureInfo _before = CultureInfo.CurrentCulture;

        public Reader(string culture) => CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

        public void Dispose() => CultureInfo.CurrentCulture = _before;
    }
}
