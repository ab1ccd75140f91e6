using System.Collections.Immutable;
using CsCheck;
using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Contracts;
using Msp.Billing.Plans;
using Msp.Billing.Quotes;

namespace Msp.Billing.Tests.Quotes;

public sealed class ApprovalCheckTests
{
    private static readonly ApprovalRules Ten = new() { MostDiscount = new Percentage(10m) };

    // Basic at 5 % off, with the 60 licences that the customer may take: 36 x 0.95 x (4,050 + 555 + 190 + 1,320) + 4,371 of onboarding = 213,504;
    // 36 x (1,800 + 180 + 60 + 1,140) = 114,480 and 34,200 of work leave 64,824: 30.3620 %, rounded down.
    [Fact]
    public void What_is_within_every_limit_needs_nobody()
    {
        Assert.Equal("within the limits", $"{Check(WorkedQuote.Content(), Ten with { LeastMargin = new Percentage(30.36m) })}");
        Assert.True(Check(WorkedQuote.Content(), Ten with { LeastMargin = new Percentage(30.37m) }).IsNeeded);
    }

    [Fact]
    public void The_answer_names_the_rule_and_the_largest_discount_that_clears_it()
    {
        var answer = Check(WorkedQuote.Content(QuoteDiscount.OfPercent("Friends", 12.5m)), Ten);

        // Standard with the 60 licences that the customer may take: 36 x (6,750 + 555 + 190 + 1,320) = 317,340 recurs and 4,911 does not.
        // 10 % of 322,251 is 32,225.10; of 317,340 that is 10.1548 %, so 10.15 % clears and 10.16 % does not.
        // 12.5 % takes 843.75 + 69.37 + 23.75 + 165.00 = 1,101.87 a month (the servers' 485.625 is billed as 485.63): 39,667.32 of 322,251.
        var standard = Assert.Single(answer.Breaches, breach => breach.Option == "standard-36");
        Assert.Equal(ApprovalRule.Discount, standard.Rule);
        Assert.Equal("option standard-36: discounts take 12.3095 %, more than 10 % when the customer takes 60 of 'm365'; cleared by: discount 'Friends' at most 10.15 %", $"{standard}");
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
        // Basic without a discount, with the 60 licences that the customer may take: 36 x (4,050 + 555 + 190 + 1,320) + 4,371 of onboarding = 224,511;
        // 114,480 and 34,200 leave 75,831: 33.7760 %.
        var answer = Check(WorkedQuote.Content(QuoteDiscount.OfPercent("None", 0m)), new ApprovalRules { LeastMargin = new Percentage(40m) });

        var basic = Assert.Single(answer.Breaches);
        Assert.Equal(("basic-36", "33.776 %"), (basic.Option, basic.Actual));

        // To leave 40 %, 148,680 must be 60 %: 247,800, so 23,289 more on 36 x 4,605 = 165,780 of the plan's charges: 14.0481 %.
        Assert.Equal("recurring prices at least 14.05 % higher", $"{basic.Remedy}");
    }

    [Fact]
    public void Another_currency_than_that_of_the_limits_needs_a_person() =>
        Assert.All(Check(WorkedQuote.Content(), new ApprovalRules { MostAmount = new Money(100m, Currency.Eur) }).Breaches, breach => Assert.Equal(ApprovalRule.Currency, breach.Rule));

    // Twelve months. 10 users at 100 (cost 40), 10 % off what recurs, 60 hours of work without a cost. The customer may take
    //   0 or 5 to 20 licences at 20 (cost 18), 5 beforehand    | 10 x security at 50 (cost 10), not beforehand    | a project for 2,000 once (cost 500), beforehand
    // Beforehand: 12 x 0.9 x 1,100 + 2,000 = 13,880 of 15,200; costs 12 x 490 + 500 = 6,380.
    [Theory]
    [InlineData(ApprovalRule.Discount, "10 %", "licence 20, security 10, project 0")] // without the project everything is reduced: 10 %, not 1,320 of 15,200 = 8.7 %
    [InlineData(ApprovalRule.GrossMargin, "39.6825 %", "licence 20, project 0")] // 12 x 0.9 x 1,400 = 15,120 less 12 x 760 = 9,120: 6,000 of 15,120, not 7,500 of 13,880 = 54.0 %
    [InlineData(ApprovalRule.HourlyRate, "100.00 USD", "project 0")] // 6,000 / 60; a licence earns 18 and costs 18, so that it changes nothing
    [InlineData(ApprovalRule.Amount, "22520.00 USD", "licence 20, security 10")] // 12 x 0.9 x (1,000 + 400 + 500) + 2,000
    public void The_worst_that_the_customer_may_choose_decides(ApprovalRule rule, string actual, string changes)
    {
        Money Dollars(decimal amount) => new(amount, Currency.Usd);
        var strict = new ApprovalRules { MostDiscount = new Percentage(9m), LeastMargin = new Percentage(50m), LeastHourlyRate = Dollars(101m), MostAmount = Dollars(20_000m) };

        var breach = Assert.Single(Check(Choosable(), strict).Breaches, breach => breach.Rule == rule);
        Assert.Equal(actual, breach.Actual);
        Assert.Equal(changes, string.Join(", ", breach.Changes.Select(change => FormattableString.Invariant($"{change.Code} {change.Quantity}"))));

        // What stands beforehand breaks none of them: 8.7 %, 54.0 %, 7,500 / 60 = 125, 13,880.
        var beforehand = QuoteEconomics.Of(Choosable(), Choosable().DefaultChoice(), WorkedQuote.Customer, WorkedQuote.Tax);
        Assert.True(beforehand.Discount < strict.MostDiscount && beforehand.GrossMargin > strict.LeastMargin && beforehand.HourlyRate == Dollars(125m) && beforehand.Revenue == Dollars(13_880m));
    }

    [Fact]
    public void An_add_on_whose_cost_nobody_knows_needs_a_person_although_it_is_not_chosen_yet()
    {
        var content = Choosable(securityCost: null);
        var breach = Assert.Single(Check(content, new ApprovalRules { LeastMargin = new Percentage(1m) }).Breaches);
        Assert.Equal(ApprovalRule.KnownCosts, breach.Rule);
        Assert.Equal([new ChosenItem("security", 10m)], breach.Changes);
    }

    [Fact]
    public void No_choice_is_worse_than_the_one_that_is_judged() => Gen.Select(
            Gen.Int[1, 300].Array[4], Gen.Int[0, 200].Array[4], Gen.Int[0, 9].Array[4], Gen.Bool.Array[12], Gen.Int[0, 40])
        .Sample((prices, costs, most, switches, percent) =>
        {
            var items = prices.Select((price, i) => new QuoteItem(
                new Charge($"item-{i}", $"Item {i}", BillingUnit.Piece, Pricing.PerUnit(price, Currency.Usd)) { TaxCategory = TaxCategory.OutsideScope, UnitCost = costs[i], Timing = switches[i] ? ChargeTiming.Once : ChargeTiming.Advance }, most[i])
            {
                IsOptional = switches[i + 4],
                IsPreselected = switches[i + 4] && switches[i + 8],
                Minimum = 0m,
                Maximum = most[i],
            });
            var content = new QuoteContent("Random", new DateOnly(2026, 12, 22), [Plain()], items, [QuoteDiscount.OfPercent("Off", percent)]);
            var worst = AllChoices(content).Select(choice => QuoteEconomics.Of(content, choice, WorkedQuote.Customer, WorkedQuote.Tax)).ToList();
            decimal Judged(ApprovalRules rules) => decimal.Parse(Check(content, rules).Breaches.Single().Actual.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);

            // Reductions are rounded line by line: two choices can differ by less than that in reality, and be told apart by it only.
            Assert.True(worst.Max(each => each.Discount.Value) <= (percent == 0 ? 0m : Judged(new ApprovalRules { MostDiscount = new Percentage(0m) })) + 0.01m);
            Assert.True(worst.Min(each => each.GrossMargin?.Value ?? -100m) >= Judged(new ApprovalRules { LeastMargin = new Percentage(100m) }) - 0.01m);
            Assert.Equal(worst.Max(each => each.Revenue).Amount, Judged(new ApprovalRules { MostAmount = Money.Zero(Currency.Usd) }));
        }, iter: 40);

    private static IEnumerable<QuoteChoice> AllChoices(QuoteContent content)
    {
        IEnumerable<ImmutableArray<ChosenItem>> all = [[]];
        foreach (var item in content.Items)
        {
            all = all.SelectMany(chosen => new[] { item.IsOptional ? chosen : chosen.Add(new ChosenItem(item.Code, 0m)), chosen.Add(new ChosenItem(item.Code, item.Maximum ?? 0m)) }).ToList();
        }

        return all.Select(chosen => new QuoteChoice("plain", chosen));
    }

    private static QuoteOption Plain() => new QuoteOption(
        "plain", "Plain", QuoteOption.FromPlan("plain", "Plain", new Plan(
            "plain", "Plain",
            new ServiceLevel("Level", ResponseTimes.InMinutes(60, 240, 480, 1440), CoverHours.BusinessHours, "Four weeks.", "Contain.", new Commitment(12, 12, 60, "Half.")),
            [ServiceLine.Helpdesk],
            new Charge("user", "Managed user", BillingUnit.User, Pricing.PerUnit(100m, Currency.Usd)) { TaxCategory = TaxCategory.OutsideScope, UnitCost = 40m }), WorkedQuote.Start, new Dictionary<string, decimal> { ["user"] = 10m }, term: new Term(12, 12, 60)).Terms)
    {
        ExpectedMonthlyHours = 5m,
    };

    private static QuoteContent Choosable(decimal? securityCost = 10m) => new(
        "To choose from", new DateOnly(2026, 12, 22), [Plain()],
        [
            new QuoteItem(Add("licence", 20m, 18m), 5m) { IsOptional = true, IsPreselected = true, Minimum = 5m, Maximum = 20m },
            new QuoteItem(Add("security", 50m, securityCost), 10m) { IsOptional = true },
            new QuoteItem(new Charge("project", "Project", BillingUnit.Piece, Pricing.PerUnit(2_000m, Currency.Usd)) { Timing = ChargeTiming.Once, TaxCategory = TaxCategory.OutsideScope, UnitCost = 500m }, 1m) { IsOptional = true, IsPreselected = true },
        ],
        [QuoteDiscount.OfPercent("Friends", 10m)]);

    private static Charge Add(string code, decimal price, decimal? cost) => new(code, code, BillingUnit.Piece, Pricing.PerUnit(price, Currency.Usd)) { TaxCategory = TaxCategory.OutsideScope, UnitCost = cost };

    private static ApprovalAnswer Check(QuoteContent content, ApprovalRules rules) => ApprovalCheck.Of(content, rules, WorkedQuote.Customer, WorkedQuote.Tax);
}
