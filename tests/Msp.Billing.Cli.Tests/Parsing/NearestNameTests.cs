using Msp.Billing.Cli.Parsing;

namespace Msp.Billing.Cli.Tests.Parsing;

public sealed class NearestNameTests
{
    [Theory]
    [InlineData("curency", "currency")]
    [InlineData("Unit Price", "unit_price")]
    [InlineData("start-date", null)]
    [InlineData("strat", "start")]
    [InlineData("e", null)]
    [InlineData("an-entirely-different-name-that-is-far-longer-than-any-of-the-known-names", null)]
    public void Within_a_third_of_the_letters(string written, string? expected) =>
        Assert.Equal(expected, NearestName.Of(written, ["currency", "unit_price", "start", "end"]));
}
