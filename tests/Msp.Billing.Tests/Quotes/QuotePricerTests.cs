using Msp.Billing.Quotes;

namespace Msp.Billing.Tests.Quotes;

public sealed class QuotePricerTests
{
    private static readonly QuotePricer Pricer = new(WorkedQuote.Tax);

    [Fact]
    public void The_worked_quote_can_be_checked_by_hand()
    {
        var content = WorkedQuote.Content();

        var standard = Pricer.Price(content, content.DefaultChoice(), WorkedQuote.Customer);

        // 45 x 150 = 6,750; 3 x 185 = 555; 2 x 95 = 190; 45 x 22 = 990; together 8,485 a month, less 5 % each:
        // 6,412.50 + 527.25 + 180.50 + 940.50 = 8,060.75.
        Assert.Equal("8485.00 USD", $"{standard.MonthlyBeforeDiscounts}");
        Assert.Equal("8060.75 USD", $"{standard.Monthly}");

        // 45 x 60 = 2,700; 3 x 250 = 750; 20 % of 7,305 = 1,461; together 4,911.
        Assert.Equal("4911.00 USD", $"{standard.OneOff}");
        Assert.Equal("101640.00 USD", $"{standard.YearOne}"); // 12 x 8,060.75 = 96,729, and 4,911
        Assert.Equal("295098.00 USD", $"{standard.WholeTerm}"); // 36 x 8,060.75 = 290,187, and 4,911
        Assert.Equal("310371.00 USD", $"{standard.TermBeforeDiscounts}"); // 36 x 8,485 = 305,460, and 4,911
        Assert.Equal("15273.00 USD", $"{standard.Discount}"); // 36 x 424.25
        Assert.Equal(["2027-01-01", "2027-02-01", "2027-03-01"], standard.Invoices.Select(invoice => invoice.Day.ToString("O", null)));
        Assert.Equal(["12971.75 USD", "8060.75 USD", "8060.75 USD"], standard.Invoices.Select(invoice => $"{invoice.Draft.Subtotal}"));
        Assert.Equal(["0.00 USD", "356.05 USD"], [$"{standard.Invoices[1].Draft.Tax}", $"{standard.Invoices[0].Draft.Tax}"]); // onboarding is taxed: 7.25 % of 4,911
        Assert.Equal(60, standard.Level?.Responses.Critical.TotalMinutes);
    }

    [Fact]
    public void A_keystroke_can_price_three_options()
    {
        var content = WorkedQuote.Content();
        for (var i = 0; i < 50; i++)
        {
            _ = Pricer.PriceAll(content, content.DefaultChoice(), WorkedQuote.Customer);
        }

        var started = Environment.CpuUsage.UserTime;
        for (var i = 0; i < 100; i++)
        {
            _ = Pricer.PriceAll(content, content.DefaultChoice(), WorkedQuote.Customer);
        }

        var each = (Environment.CpuUsage.UserTime - started) / 100;
        TestContext.Current.TestOutputHelper?.WriteLine($"{each.TotalMilliseconds} ms of CPU");
        Assert.True(each < TimeSpan.FromMilliseconds(50), $"{each.TotalMilliseconds} ms of CPU for three options");
    }
}
