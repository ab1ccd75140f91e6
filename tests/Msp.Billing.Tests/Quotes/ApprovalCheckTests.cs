using Msp.Billing.Amounts;
using Msp.Billing.Quotes;

namespace Msp.Billing.Tests.Quotes;

public sealed class ApprovalCheckTests
{
    private static readonly ApprovalRules Ten = new() { MostDiscount = new Percentage(10m) };

    [Fact]
    public void What_is_within_every_limit_needs_nobody() =>
        Assert.Equal("within the limits", $"{Check(WorkedQuote.Content(), Ten with { LeastMargin = new Percentage(31m) })}");

    [Fact]
    public void The_answer_names_the_rule_and_the_largest_discount_that_clears_it()
    {
        var answer = Check(WorkedQuote.Content(QuoteDiscount.OfPercent("Friends", 12.5m)), Ten);

        // Standard: 36 x 8,485 = 305,460 recurs and 4,911 does not. 10 % of 310,371 is 31,037.10; of 305,460 that is 10.1607 %, so 10.16 % clears and 10.17 % does not.
        // 12.5 % takes 843.75 + 69.37 + 23.75 + 123.75 = 1,060.62 a month (the servers' 485.625 is billed as 485.63): 38,182.32 of 310,371.
        var standard = Assert.Single(answer.Breaches, breach => breach.Option == "standard-36");
        Assert.Equal(ApprovalRule.Discount, standard.Rule);
        Assert.Equal("option standard-36: discounts take 12.3022 %, more than 10 %; cleared by: discount 'Friends' at most 10.16 %", $"{standard}");
    }

    [Fact]
    public void The_remedy_clears_and_a_hundredth_of_a_percent_more_does_not()
    {
        var rules = new ApprovalRules { LeastMargin = new Percentage(46m), LeastHourlyRate = new Money(240m, Currency.Usd) };
        foreach (var breach in Check(WorkedQuote.Content(QuoteDiscount.OfPercent("Friends", 30m)), rules).Breaches)
        {
            if (breach.Remedy is ApprovalRemedy.LowerDiscount lower)
            {
                Assert.DoesNotContain(Breaches(lower.Percent.Value), other => other.Rule == breach.Rule && other.Option == breach.Option);
                Assert.Contains(Breaches(lower.Percent.Value + 0.01m), other => other.Rule == breach.Rule && other.Option == breach.Option);
            }
        }

        IEnumerable<ApprovalBreach> Breaches(decimal percent) => Check(WorkedQuote.Content(QuoteDiscount.OfPercent("Friends", percent)), rules).Breaches;
    }

    [Fact]
    public void Margin_and_hourly_rate_can_be_checked_by_hand()
    {
        var economics = QuoteEconomics.Of(WorkedQuote.Content(), WorkedQuote.Content().DefaultChoice(), WorkedQuote.Customer, WorkedQuote.Tax);

        // A month costs 45 x 40 + 3 x 60 + 2 x 30 + 45 x 19 = 2,895; 36 months 104,220. 20 x 36 + 40 = 760 hours at 45 cost 34,200.
        Assert.Equal("104220.00 USD", $"{economics.LineCosts}");
        Assert.Equal((760m, "34200.00 USD"), (economics.Hours, $"{economics.LabourCosts}"));
        Assert.Equal("156678.00 USD", $"{economics.GrossProfit}"); // 295,098 - 104,220 - 34,200
        Assert.Equal("53.0935 %", $"{economics.GrossMargin}"); // 156,678 / 295,098
        Assert.Equal("251.15 USD", $"{economics.HourlyRate}"); // 190,878 / 760 = 251.155...
    }

    [Fact]
    public void Where_no_discount_helps_the_prices_must_rise()
    {
        // Basic without a discount: 36 x (4,050 + 555 + 190 + 990) + 4,371 of onboarding = 212,631; 104,220 and 34,200 leave 34.90 %.
        var answer = Check(WorkedQuote.Content(QuoteDiscount.OfPercent("None", 0m)), new ApprovalRules { LeastMargin = new Percentage(40m) });

        var basic = Assert.Single(answer.Breaches);
        Assert.Equal(("basic-36", "34.9013 %"), (basic.Option, basic.Actual));

        // To leave 40 %, 138,420 must be 60 %: 230,700, so 18,069 more on 36 x 4,605 = 165,780 of the plan's charges: 10.8994 %.
        Assert.Equal("recurring prices at least 10.9 % higher", $"{basic.Remedy}");
    }

    [Fact]
    public void Another_currency_than_that_of_the_limits_needs_a_person() =>
        Assert.All(Check(WorkedQuote.Content(), new ApprovalRules { MostAmount = new Money(100m, Currency.Eur) }).Breaches, breach => Assert.Equal(ApprovalRule.Currency, breach.Rule));

    private static ApprovalAnswer Check(QuoteContent content, ApprovalRules rules) => ApprovalCheck.Of(content, rules, WorkedQuote.Customer, WorkedQuote.Tax);
}
