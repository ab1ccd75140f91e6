using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Contracts;
using Msp.Billing.Plans;
using Msp.Billing.Quotes;
using Msp.Billing.Tests.Invoicing;

namespace Msp.Billing.Tests.Quotes;

public sealed class QuoteDraftTests
{
    private static readonly QuoteCatalog Catalog = new([WorkedQuote.Plan("standard", PricingTier.Standard, 150m), WorkedQuote.Plan("premium", PricingTier.Premium, 210m)]);

    private static readonly QuoteDraft Draft = new()
    {
        Title = "Managed IT for Harbor Legal",
        Currency = "USD",
        Start = "2027-01-01",
        ValidUntil = "2026-12-22",
        Recommended = "standard-36",
        InternalNotes = "They had an outage in June.",
        LabourCostPerHour = "45",
        Counts = [new DraftCount { Code = "user", Name = "Users", Quantity = "45" }, new DraftCount { Code = "server", Name = "Servers", Quantity = " 3 ", IsMeasured = true }],
        Options =
        [
            new DraftOption { Code = "standard-36", Plan = "standard", TermMonths = "36", ExpectedMonthlyHours = "20", ExpectedInitialHours = "40" },
            new DraftOption { Code = "standard-12y", Name = "Standard, paid yearly", Plan = "standard", TermMonths = "12", Cadence = "12M" },
        ],
        Items =
        [
            new DraftItem { Code = "firewall", Name = "Managed firewall", Quantity = "2", Price = "$95.00", Cost = "30", TaxCategory = TaxCategory.OutsideScope },
            new DraftItem { Code = "m365", Name = "Microsoft 365", Quantity = "45", Price = "22,00", Cost = "19", IsOptional = true, IsPreselected = true, Minimum = "0", Maximum = "60", TaxCategory = TaxCategory.OutsideScope },
        ],
        Discounts = [new DraftDiscount { Name = "Three-year term", Percent = "5 %", Options = ["standard-36"] }],
        Onboarding = new DraftOnboarding
        {
            TaxCategory = TaxCategory.SalesTax,
            Conditions =
            [
                new DraftCondition { Code = "user", Name = "Set up users", Rate = "60" },
                new DraftCondition { Code = "server", Name = "Take over servers", Rate = "250" },
            ],
        },
    };

    [Fact]
    public void A_draft_becomes_the_content_that_was_meant()
    {
        var reading = Reader().Read(Draft);

        Assert.Empty(reading.Problems);
        var content = Assert.IsType<QuoteContent>(reading.Content);
        var standard = new QuotePricer(WorkedQuote.Tax).Price(content, content.DefaultChoice(), WorkedQuote.Customer);
        Assert.Equal("8060.75 USD", $"{standard.Monthly}"); // the worked quote again
        Assert.Equal("3450.00 USD", $"{standard.OneOff}"); // 45 x 60 + 3 x 250
        Assert.Equal("Set up users: 45 x 60.00 = 2700.00 USD\nTake over servers: 3 x 250.00 = 750.00 USD\nOnboarding: 3450.00 USD", $"{standard.Option.Onboarding}");

        // Paid yearly: the first invoice has 12 x 7,305 = 87,660 for the plan, 1,180 for a month of the items, and 3,450.
        var yearly = new QuotePricer(WorkedQuote.Tax).Price(content, content.DefaultChoice("standard-12y"), WorkedQuote.Customer);
        Assert.Equal("92290.00 USD", $"{yearly.Invoices[0].Draft.Subtotal}");
        Assert.Equal("8485.00 USD", $"{yearly.Monthly}");
    }

    [Fact]
    public void Stored_and_read_again_it_is_the_same_draft_wrong_fields_and_all()
    {
        var draft = Draft with { Start = "tomorrow", Items = Draft.Items.Add(new DraftItem { Quantity = "many", Unit = "crate" }) };

        var json = draft.ToJson();

        Assert.Equal(json, QuoteDraft.FromJson(json).ToJson());
        Assert.Equal("many", QuoteDraft.FromJson(json).Items[2].Quantity);
        Assert.Equal(Reader().Read(draft).Problems, Reader().Read(QuoteDraft.FromJson(json)).Problems);
    }

    [Fact]
    public void Every_wrong_field_is_named_with_what_would_be_right()
    {
        var draft = Draft with
        {
            Title = " ",
            Start = "31.01.2027",
            Counts = [new DraftCount { Code = "user", Name = "Users", Quantity = "-4" }],
            Items = [new DraftItem { Name = "Firewall", Quantity = "two", Price = "95", Unit = "crate" }],
            Discounts = [new DraftDiscount { Percent = "120" }],
        };

        Assert.Equal(
            [
                "Title: The title is missing.",
                "Start: The first day must be a day, such as 2027-01-31; '31.01.2027' is none.",
                "Counts[0].Quantity: The number for 'Users' must be a number from 0 to 1,000,000; '-4' is not.",
                "Discounts[0].Percent: A discount in percent must be a number from 0 to 100; '120' is not.",
                "Items[0].Unit: There is no unit 'crate'.",
                "Items[0].Quantity: The quantity must be a number from 0 to 1,000,000; 'two' is not.",
            ],
            Reader().Read(draft).Problems.Select(problem => $"{problem.Field}: {problem.Message}"));
    }

    [Fact]
    public void A_line_that_nobody_wrote_in_is_left_out_and_one_half_filled_in_is_wrong()
    {
        var blank = new DraftItem { Code = "item-3", Quantity = "1", Cadence = "1M" };
        var reading = Reader().Read(Draft with { Items = Draft.Items.Insert(0, blank).Add(new DraftItem { Quantity = " " }) });

        Assert.Empty(reading.Problems);
        Assert.Equal(["firewall", "m365"], reading.Content?.Items.Select(item => item.Code) ?? []);
        foreach (var half in (DraftItem[])[blank with { Cost = "3" }, blank with { Quantity = "2" }, blank with { Name = "Router" }, blank with { Price = "1" }])
        {
            var problems = Reader().Read(Draft with { Items = [blank, half] }).Problems;
            Assert.NotEmpty(problems);
            Assert.All(problems, problem => Assert.StartsWith("Items[1].", problem.Field, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Numbers_of_the_comparison_out_of_their_bounds_are_named_and_not_used()
    {
        DraftAssumption[] stated = [new("HourlyRate", "175"), new("CallsPerUser", "99"), new("RepairHours", "soon"), new("OutagesPerSite", "-1"), new("Nothing", "7"), new("HourlyRate", "1")];
        var draft = Draft with { Assumptions = [.. stated] };

        Assert.Equal(
            ["Assumptions[1].Value", "Assumptions[2].Value", "Assumptions[3].Value"], Reader().Read(draft).Problems.Select(problem => problem.Field));
        Assert.Equal("'CallsPerUser' of the comparison must be a number from 0 to 10; '99' is not.", Reader().Read(draft).Problems[0].Message);
        Assert.Equal([(Billing.BreakFix.ComparisonInput.HourlyRate, 175d)], StatedNumbers.Of(draft).Numbers);
    }

    [Fact]
    public void Bounds_of_amounts_follow_the_currency()
    {
        var (least, most) = StatedNumbers.BoundsOf(Draft, "HourlyRate").GetValueOrDefault();
        var yen = StatedNumbers.BoundsOf(Draft with { Currency = "JPY" }, "HourlyRate").GetValueOrDefault();
        var stated = StatedNumbers.BoundsOf(Draft with { Currency = "JPY", Assumptions = [new("PriceLevel", "200")] }, "HourlyRate").GetValueOrDefault();

        Assert.Equal((least * 110m, most * 110m), yen);
        Assert.Equal((least * 200m, most * 200m), stated);
        Assert.Null(StatedNumbers.BoundsOf(Draft, "Nothing"));
    }

    [Fact]
    public void A_missing_count_and_an_unknown_plan_are_problems_of_their_option() =>
        Assert.Equal(
            ["Options[0].Plan: Plan 'standard' covers how many", "Options[1].Plan: There is no plan 'gold'. There are: standard, premium."],
            Reader().Read(Draft with { Counts = [Draft.Counts[0]], Options = [Draft.Options[0], new DraftOption { Plan = "gold" }] }).Problems
                .Select(problem => $"{problem.Field}: {problem.Message}".Replace("Plan 'standard': how many servers for charge 'server'? Give a quantity; zero if there are none yet.", "Plan 'standard' covers how many", StringComparison.Ordinal)));

    [Fact]
    public void What_follows_a_count_takes_its_number_until_one_is_entered()
    {
        var draft = Draft with
        {
            Counts = [.. Draft.Counts, new DraftCount { Code = "site", Name = "Sites", Quantity = "2" }, new DraftCount { Code = "firewall", Name = "Firewalls", Follows = "site" },
                new DraftCount { Code = "switch", Name = "Switches", Follows = "firewall" }],
            Items = [Draft.Items[0] with { Quantity = "", Follows = "site" }, Draft.Items[1] with { Quantity = " ", Follows = "user" }],
        };

        var reading = Reader().Read(QuoteDraft.FromJson(draft.ToJson()));

        Assert.Empty(reading.Problems);
        var content = Assert.IsType<QuoteContent>(reading.Content);
        Assert.Equal([45m, 3m, 2m, 2m, 0m], content.Counts.Select(count => count.Quantity)); // what follows a follower follows nothing
        Assert.Equal([2m, 45m], content.Items.Select(item => item.Quantity));

        var typed = Reader().Read(draft with { Items = [Draft.Items[0] with { Quantity = "3", Follows = "site" }] });
        Assert.Equal(3m, Assert.IsType<QuoteContent>(typed.Content).Items[0].Quantity);
    }

    [Fact]
    public void A_price_book_holds_for_the_plans_that_it_prices_whole_and_the_others_keep_their_own_prices()
    {
        // The book prices users and no servers: the plan of users alone takes its price, the one with servers keeps its own.
        var small = new Plan("small", "Small", Catalog.Plans[0].Level, Catalog.Plans[0].Lines, WorkedQuote.Plan("small", PricingTier.Basic, 150m).Charges[0]);
        var books = new PriceBooks(new PriceBook("USD 2027", Currency.Usd, new DateOnly(2027, 1, 1), null, [KeyValuePair.Create(small.Charges[0].Code, Pricing.PerUnit(160m, Currency.Usd))]));
        var draft = Draft with { Options = [Draft.Options[0], new DraftOption { Code = "small", Plan = "small", TermMonths = "36" }] };

        var content = new QuoteDraftReader(new QuoteCatalog([.. Catalog.Plans, small], books), WorkedQuote.Customer, WorkedQuote.Tax).Read(draft).Content;

        Assert.Equal([150m, 160m], Assert.IsType<QuoteContent>(content).Options.Select(option => option.Terms.Lines[0].Charge.Pricing.Price));
    }

    [Theory]
    [InlineData("1,250", '.', 1250)]
    [InlineData("1,250", ',', 1.25)]
    [InlineData("1.250", '.', 1.25)]
    [InlineData("1.250", ',', 1250)]
    [InlineData("1,250.50", ',', 1250.5)]
    [InlineData("1.250,50 €", '.', 1250.5)]
    [InlineData("12,5", '.', 12.5)]
    [InlineData("1 250 000", '.', 1250000)]
    [InlineData("1,250,000", ',', 1250000)]
    [InlineData("1'250.5", '.', 1250.5)]
    public void Numbers_are_read_as_people_type_them(string text, char separator, double expected)
    {
        Assert.True(EnteredNumber.TryParse(text, separator, out var number));
        Assert.Equal((decimal)expected, number);
    }

    [Fact]
    public void A_renewal_takes_the_lines_as_they_stand_on_the_day_before()
    {
        var contract = new Contract("C-1", "K-1", Books.Terms("2026-01-01", new ContractLine(1, Books.ManagedUser(), 45m)), Books.At(Books.Day("2025-12-01")), ContractStatus.Scheduled);
        contract.ChangeQuantity(Books.From("2026-06-01"), 1, 48m);
        contract.ChangePrice(Books.From("2026-07-01"), 1, Pricing.PerUnit(155m, Currency.Eur));
        var draft = QuoteDraft.Renewal("C-1", Currency.Eur, Books.Day("2027-01-01"), 24) with { Title = "Renewal" };
        draft = draft with { Options = [draft.Options[0] with { PriceRise = "2" }] };

        var content = new QuoteDraftReader(Catalog with { Contracts = [contract] }, new Customer("K-1", "Nordwind", new TaxProfile("DE")), new Msp.Billing.Invoicing.TableTaxCalculator(Books.Taxes)).Read(draft).Content;

        var line = Assert.Single(Assert.IsType<QuoteContent>(content).Options[0].Terms.Lines);
        Assert.Equal((48m, 158.1m, "C-1", 24), (line.Quantity, line.Charge.Pricing.Price, content.Renews, content.Options[0].TermMonths));
    }

    private static QuoteDraftReader Reader() => new(Catalog, WorkedQuote.Customer, WorkedQuote.Tax);
}
