using Msp.Billing.Amounts;

namespace Msp.Billing.Tests.Amounts;

public sealed class CurrencyTests
{
    // List one of ISO 4217 as SIX, its maintenance agency, publishes it after amendment 180: 178 codes. The counts are
    // written here and not computed, so that a row lost or mistyped in the table is found.
    [Theory]
    [InlineData(0, 17)]
    [InlineData(2, 139)]
    [InlineData(3, 7)]
    [InlineData(4, 2)]
    [InlineData(-1, 13)] // "N.A."
    public void The_list_has_as_many_codes_of_each_minor_unit_as_the_standard(int published, int codes)
    {
        var found = 0;
        for (short i = 0; i < Iso4217.Count; i++)
        {
            found += Iso4217.At(i).Published == published ? 1 : 0;
        }

        Assert.Equal(codes, found);
    }

    // The codes whose decimals a guess of "two" would get wrong.
    [Theory]
    [InlineData(0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF")]
    [InlineData(3, "BHD IQD JOD KWD LYD OMR TND")]
    [InlineData(4, "CLF UYW")]
    [InlineData(-1, "XAG XAU XBA XBB XBC XBD XDR XPD XPT XSU XTS XUA XXX")]
    public void Codes_without_two_decimals_are_these(int published, string codes) =>
        Assert.All(codes.Split(' '), code => Assert.Equal(published, Iso4217.At(Iso4217.IndexOf(code)).Published));

    [Fact]
    public void Codes_and_numbers_are_unique_and_well_formed()
    {
        var all = Currency.All.ToList();

        Assert.Equal(178, all.Count);
        Assert.Equal(178, all.Select(currency => currency.Code).Distinct().Count());
        Assert.Equal(178, all.Select(currency => currency.Number).Distinct().Count());
        Assert.All(all, currency => Assert.Matches("^[A-Z]{3}$", currency.Code));
        Assert.All(all, currency => Assert.InRange(currency.Number, 1, 999));
        Assert.All(all, currency => Assert.False(string.IsNullOrWhiteSpace(currency.Name)));
    }

    [Fact]
    public void Default_is_no_currency()
    {
        Assert.Equal(Currency.NoCurrency, default);
        Assert.Equal(("XXX", 999, 0, 1m), (default(Currency).Code, default(Currency).Number, default(Currency).Decimals, default(Currency).MinorUnit));
    }

    [Fact]
    public void Every_code_is_found_again() =>
        Assert.All(Currency.All, currency => Assert.Equal(currency, Currency.FromCode(currency.Code)));

    [Theory]
    [InlineData("EUR", 978, 2, "0.01")]
    [InlineData("USD", 840, 2, "0.01")]
    [InlineData("GBP", 826, 2, "0.01")]
    [InlineData("CHF", 756, 2, "0.01")]
    [InlineData("JPY", 392, 0, "1")]
    [InlineData("KWD", 414, 3, "0.001")]
    [InlineData("CLF", 990, 4, "0.0001")]
    [InlineData("AED", 784, 2, "0.01")] // the first and the last code of the search
    [InlineData("ZWG", 924, 2, "0.01")]
    public void Has_the_number_and_the_minor_unit_of_the_standard(string code, int number, int decimals, string minorUnit)
    {
        var currency = Currency.FromCode(code);

        Assert.Equal((code, number, decimals, ExactNumbers.Parse(minorUnit)), (currency.ToString(), currency.Number, currency.Decimals, currency.MinorUnit));
    }

    [Fact]
    public void Named_currencies_are_the_ones_they_say() =>
        Assert.Equal("EUR USD GBP CHF JPY", string.Join(' ', Currency.Eur, Currency.Usd, Currency.Gbp, Currency.Chf, Currency.Jpy));

    // What the standard took in of late, and what it withdrew.
    [Theory]
    [InlineData("SLE VED XAD XCG ZWG", true)]
    [InlineData("ANG BGN CUC HRK SLL VEF ZWL DEM", false)]
    [InlineData("eur EU EURO", false)]
    public void Knows_the_codes_in_force(string codes, bool known) =>
        Assert.All(codes.Split(' '), code => Assert.Equal(known, Currency.TryFromCode(code, out _)));

    [Fact]
    public void Refuses_other_codes_with_words()
    {
        Assert.Equal(
            "'eur' is not a currency code of ISO 4217; write three capital letters, such as EUR. (Parameter 'code')",
            Assert.Throws<ArgumentException>(() => Currency.FromCode("eur")).Message);
        Assert.False(Currency.TryFromCode(null, out var none));
        Assert.False(Currency.TryFromCode("", out _));
        Assert.Equal(Currency.NoCurrency, none);
    }
}
