using CsCheck;
using Msp.Billing.Amounts;
using static Msp.Billing.Tests.Amounts.ExactNumbers;

namespace Msp.Billing.Tests.Amounts;

public sealed class MoneyTests
{
    private static readonly Gen<Currency> Currencies = Gen.Int[0, Currency.All.Count() - 1].Select(index => Currency.All.ElementAt(index));

    private static readonly Gen<Money> Amounts =
        Gen.Select(Gen.OneOf(Gen.Long[-1_000_000, 1_000_000], Gen.Long[-long.MaxValue, long.MaxValue]), Currencies).Select(Money.FromMinorUnits);

    [Fact]
    public void Default_is_zero_of_no_currency()
    {
        Assert.Equal(Money.Zero(Currency.NoCurrency), default);
        Assert.True(default(Money).IsZero);
        Assert.Equal("0 XXX", default(Money).ToString());
    }

    [Theory]
    [InlineData("EUR", "6750.00", 6750_00)]
    [InlineData("EUR", "-0.01", -1)]
    [InlineData("EUR", "21474836.48", 2_147_483_648)] // 2^31 cents
    [InlineData("EUR", "42949672.96", 4_294_967_296)] // 2^32 cents
    [InlineData("EUR", "92233720368547758.07", long.MaxValue)]
    [InlineData("EUR", "-92233720368547758.07", -long.MaxValue)]
    [InlineData("JPY", "6750", 6750)]
    [InlineData("KWD", "6750.000", 6750_000)]
    [InlineData("CLF", "6750.0000", 6750_0000)]
    [InlineData("XAU", "3", 3)]
    public void Is_a_whole_number_of_minor_units(string code, string amount, long minorUnits)
    {
        var currency = Currency.FromCode(code);
        var money = new Money(Parse(amount), currency);

        Assert.Equal(minorUnits, money.MinorUnits);
        Assert.Equal(Money.FromMinorUnits(minorUnits, currency), money);
        Assert.Equal(Parse(amount), money.Amount);
        Assert.Equal(currency.Decimals, money.Amount.Scale);
        Assert.Equal($"{amount} {code}", money.ToString());
    }

    [Fact]
    public void Amount_and_minor_units_are_the_same_number() =>
        Amounts.Sample(money => Assert.Equal(money, new Money(money.Amount, money.Currency)));

    [Theory]
    [InlineData("EUR", "0.005")]
    [InlineData("EUR", "10.001")]
    [InlineData("JPY", "0.5")]
    [InlineData("KWD", "1.0001")]
    [InlineData("EUR", "0.0000000000000000000000000001")]
    public void Refuses_a_fraction_of_a_minor_unit(string code, string amount) =>
        Assert.Contains("round it first", Assert.Throws<ArgumentException>(() => new Money(Parse(amount), Currency.FromCode(code))).Message, StringComparison.Ordinal);

    [Fact]
    public void Equal_are_amounts_of_the_same_size_and_currency()
    {
        Assert.Equal(new Money(10m, Currency.Eur), new Money(10.00m, Currency.Eur));
        Assert.Equal(new Money(10m, Currency.Eur).GetHashCode(), new Money(10.00m, Currency.Eur).GetHashCode());
        Assert.NotEqual(new Money(10m, Currency.Eur), new Money(10m, Currency.Usd));
        Assert.NotEqual(Money.Zero(Currency.Eur), Money.Zero(Currency.Usd));
        Assert.NotEqual(new Money(10m, Currency.Eur), new Money(-10m, Currency.Eur));
    }

    [Fact]
    public void Amounts_of_one_currency_are_in_order()
    {
        Gen.Select(Gen.Long[-1000, 1000], Gen.Long[-1000, 1000]).Sample((left, right) =>
        {
            var (a, b) = (Money.FromMinorUnits(left, Currency.Eur), Money.FromMinorUnits(right, Currency.Eur));
            Assert.Equal([left < right, left > right, left <= right, left >= right, left == right], new[] { a < b, a > b, a <= b, a >= b, a == b });
            Assert.Equal(left.CompareTo(right), a.CompareTo(b));
        });
    }

    [Fact]
    public void Adds_subtracts_reverses_and_scales()
    {
        Gen.Select(Gen.Long[-1_000_000_000, 1_000_000_000], Gen.Long[-1_000_000_000, 1_000_000_000], Gen.Int).Sample((left, right, count) =>
        {
            var (a, b) = (Money.FromMinorUnits(left, Currency.Eur), Money.FromMinorUnits(right, Currency.Eur));
            Assert.Equal((left + right, left - right, -left, left * count), ((a + b).MinorUnits, (a - b).MinorUnits, (-a).MinorUnits, (a * count).MinorUnits));
            Assert.Equal(a, a + b - b);
        });
    }

    [Fact]
    public void Two_currencies_never_meet()
    {
        var (euro, dollar) = (new Money(1m, Currency.Eur), Money.Zero(Currency.Usd));

        Assert.Throws<CurrencyMismatchException>(() => euro + dollar);
        Assert.Throws<CurrencyMismatchException>(() => euro - dollar);
        Assert.Throws<CurrencyMismatchException>(() => euro < dollar);
        Assert.Throws<CurrencyMismatchException>(() => euro > dollar);
        Assert.Throws<CurrencyMismatchException>(() => euro <= dollar);
        Assert.Throws<CurrencyMismatchException>(() => euro >= dollar);
        Assert.Throws<CurrencyMismatchException>(() => euro.CompareTo(dollar));
        Assert.Throws<CurrencyMismatchException>(() => euro + default(Money));
        var refusal = Assert.Throws<CurrencyMismatchException>(() => euro + dollar);
        Assert.Equal((Currency.Eur, Currency.Usd), (refusal.Expected, refusal.Actual));
        Assert.Equal("An amount in USD cannot be combined with one in EUR; convert it first, at a rate you can show.", refusal.Message);
    }

    [Fact]
    public void Nothing_goes_beyond_the_range_in_silence()
    {
        var (largest, cent) = (Money.FromMinorUnits(long.MaxValue, Currency.Eur), Money.FromMinorUnits(1, Currency.Eur));

        Assert.Throws<OverflowException>(() => largest + cent);
        Assert.Throws<OverflowException>(() => -largest - cent);
        Assert.Throws<OverflowException>(() => largest * 2);
        Assert.Throws<OverflowException>(() => Money.FromMinorUnits(long.MinValue, Currency.Eur));
        Assert.Throws<OverflowException>(() => new Money(92_233_720_368_547_758.08m, Currency.Eur));
        Assert.Throws<OverflowException>(() => new Money(decimal.MaxValue, Currency.Jpy));
        Assert.Equal(largest, -(-largest));
    }

    [Theory]
    [InlineData("6750.00 USD", 6750_00)]
    [InlineData("-0.05 EUR", -5)]
    [InlineData("0.00 EUR", 0)]
    [InlineData("6750 JPY", 6750)]
    [InlineData("-92233720368547758.07 EUR", -long.MaxValue)]
    public void Reads_what_it_writes(string text, long minorUnits)
    {
        Assert.Equal(minorUnits, Money.Parse(text).MinorUnits);
        Assert.Equal(text, Money.Parse(text).ToString());
    }

    [Fact]
    public void Reads_every_amount_that_it_writes() => Amounts.Sample(money => Assert.Equal(money, Money.Parse(money.ToString())));

    [Theory]
    [InlineData("")]
    [InlineData("USD")]
    [InlineData(" USD")]
    [InlineData("6750.00")]
    [InlineData("6750.00USD")]
    [InlineData("6750.00  USD")]
    [InlineData(" 6750.00 USD")]
    [InlineData("6750.00 USD ")]
    [InlineData("6750.00 usd")]
    [InlineData("6750.00 BGN")]
    [InlineData("USD 6750.00")]
    [InlineData("6,750.00 USD")]
    [InlineData("6750,00 USD")]
    [InlineData("6.750 EUR")]
    [InlineData("6750 USD")]
    [InlineData("6750.0 USD")]
    [InlineData("6750.000 USD")]
    [InlineData("6750.005 USD")]
    [InlineData("6750.00 JPY")]
    [InlineData("6750. JPY")]
    [InlineData(".50 EUR")]
    [InlineData("06750.00 USD")]
    [InlineData("+6750.00 USD")]
    [InlineData("-0.00 USD")]
    [InlineData("(6750.00) USD")]
    [InlineData("6750.00- USD")]
    [InlineData("6.75e3 USD")]
    [InlineData("$6750.00 USD")]
    [InlineData("٦٧٥٠.٠٠ USD")]
    [InlineData("92233720368547758.08 EUR")]
    [InlineData("99999999999999999999999999999999.00 EUR")]
    public void Reads_nothing_else(string text)
    {
        Assert.False(Money.TryParse(text, out var money));
        Assert.Equal(default, money);
        Assert.Throws<FormatException>(() => Money.Parse(text));
    }

    [Fact]
    public void Says_what_it_would_read()
    {
        Assert.False(Money.TryParse(null, out _));
        Assert.Equal(
            "'6.750 EUR' is not an amount in EUR: write it as 6750.00 EUR, with 2 decimals, no separators between the digits, and not beyond 92233720368547758.07.",
            Assert.Throws<FormatException>(() => Money.Parse("6.750 EUR")).Message);
        Assert.Equal(
            "'6750.00 EURO' is not an amount: it must end in a space and a currency code of ISO 4217, as in 6750.00 USD.",
            Assert.Throws<FormatException>(() => Money.Parse("6750.00 EURO")).Message);
    }
}
