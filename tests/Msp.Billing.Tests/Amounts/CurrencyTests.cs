using Msp.Billing.Amounts;

namespace Msp.Billing.Tests.Amounts;

public sealed class CurrencyTests
{
    // List one of ISO 4217 as SIX publishes it after amendment 180: 178 codes. Counted by hand from the list, so that
    // a row lost or mistyped here is found.
    [Theory]
    [InlineData(0, 17)]
    [InlineData(2, 139)]
    [InlineData(3, 7)]
    [InlineData(4, 2)]
    [InlineData(-1, 13)]
    public void The_list_has_as_many_codes_of_each_minor_unit_as_the_standard(int published, int codes)
    {
        var found = 0;
        for (short i = 0; i < Iso4217.Count; i++)
        {
            found += Iso4217.At(i).Published == published ? 1 : 0;
        }

        Assert.Equal(codes, found);
    }

    [Fact]
    public void Default_is_no_currency()
    {
        Assert.Equal("XXX", default(Currency).Code);
        Assert.Equal(999, default(Currency).Number);
        Assert.Equal(Currency.FromCode("XXX"), default);
    }

    [Fact]
    public void Every_code_is_found_again() =>
        Assert.All(Currency.All, currency => Assert.Equal(currency, Currency.FromCode(currency.Code)));

    [Fact]
    public void Codes_and_numbers_are_unique()
    {
        var all = Currency.All.ToList();
        Assert.Equal(178, all.Count);
        Assert.Equal(178, all.Select(currency => currency.Code).Distinct().Count());
        Assert.Equal(178, all.Select(currency => currency.Number).Distinct().Count());
    }
}
