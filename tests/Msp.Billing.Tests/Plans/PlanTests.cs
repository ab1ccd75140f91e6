using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Plans;

namespace Msp.Billing.Tests.Plans;

public sealed class PlanTests
{
    private static readonly ServiceLevel Level = new(
        "Business hours", ResponseTimes.InMinutes(60, 120, 240, 480), CoverHours.BusinessHours, "Four weeks.", "Isolate.", new Commitment(12, 12, 30, "Half the rest."));

    private static readonly Charge User = new("user", "Managed user", BillingUnit.User, Pricing.PerUnit(150m, Currency.Usd)) { Service = "managed-user", UnitCost = 70m };
    private static readonly Charge Server = new("server", "Managed server", BillingUnit.ForDevice(DeviceKind.Server), Pricing.PerUnit(120m, Currency.Usd));

    [Fact]
    public void Holds_charges_per_user_device_site_flat_and_once()
    {
        var plan = Of(
            User, Server,
            new Charge("firewall", "Managed firewall", BillingUnit.ForDevice(DeviceKind.Firewall), Pricing.PerUnit(60m, Currency.Usd)),
            new Charge("site", "Site visit", BillingUnit.Site, Pricing.PerUnit(200m, Currency.Usd)),
            new Charge("base", "Platform", BillingUnit.Flat, Pricing.Flat(250m, Currency.Usd)),
            new Charge("setup", "Onboarding", BillingUnit.Flat, Pricing.Flat(900m, Currency.Usd)) { Timing = ChargeTiming.Once });

        Assert.Equal(["user", "server", "firewall", "site", "base", "setup"], plan.Charges.Select(charge => charge.Code));
        Assert.Same(Server, plan.Find("server"));
        Assert.Null(plan.Find("printer"));
        Assert.Equal(Currency.Usd, plan.Currency);
    }

    [Fact]
    public void Service_lines_stand_in_the_order_of_their_numbers() =>
        Assert.Equal(
            [ServiceLine.NetworkMonitoring, ServiceLine.Helpdesk],
            new Plan("p", "P", Level, [ServiceLine.Helpdesk, ServiceLine.NetworkMonitoring], User).Lines);

    [Fact]
    public void Refuses_what_makes_no_plan()
    {
        Assert.Equal("Plan 'p' has no charge; nothing would pay for it.", Refusal([ServiceLine.Helpdesk]));
        Assert.Equal("Plan 'p' covers no service line; name at least one.", Refusal([], User));
        Assert.Equal("Plan 'p': service line Helpdesk is unknown or named twice.", Refusal([ServiceLine.Helpdesk, ServiceLine.Helpdesk], User));
        Assert.Equal("Plan 'p' has two charges 'user'; codes are unique in a plan.", Refusal([ServiceLine.Helpdesk], User, User.WithPricing(User.Pricing)));
        Assert.Equal(
            "Plan 'p': charge 'server' is priced in EUR, the charges before it in USD. A plan has one currency; price books give it others.",
            Refusal([ServiceLine.Helpdesk], User, Server.WithPricing(Pricing.PerUnit(110m, Currency.Eur))));
    }

    [Fact]
    public void Takes_the_prices_of_a_book_by_charge_and_else_by_service()
    {
        var book = Book(("managed-user", Pricing.PerUnit(140m, Currency.Eur)), ("server", Pricing.PerUnit(110m, Currency.Eur)));

        var plan = Of(User, Server).At(book);

        Assert.Equal([140m, 110m], plan.Charges.Select(charge => charge.Pricing.Price));
        Assert.Equal((Currency.Eur, PricingTier.Standard, "Full care"), (plan.Currency, plan.Tier, plan.Description));
        Assert.Null(plan.Charges[0].UnitCost);
    }

    [Fact]
    public void A_price_of_the_charge_itself_comes_before_that_of_its_service()
    {
        var book = Book(("managed-user", Pricing.PerUnit(140m, Currency.Eur)), ("user", Pricing.PerUnit(99m, Currency.Eur)));

        Assert.Equal(99m, Of(User).At(book).Charges[0].Pricing.Price);
    }

    [Fact]
    public void A_charge_without_a_price_is_refused_by_name()
    {
        var refused = Assert.Throws<PriceBookException>(() => Of(User, Server).At(Book(("printer", Pricing.PerUnit(9m, Currency.Eur)))));

        Assert.Equal("Price book 'EUR 2026' has no price for charge 'user' and none for its service 'managed-user'.", refused.Message);
        Assert.Equal(Currency.Eur, refused.Currency);
    }

    private static PriceBook Book(params (string Code, Pricing Pricing)[] prices) =>
        new("EUR 2026", Currency.Eur, new DateOnly(2026, 1, 1), null, prices.Select(price => KeyValuePair.Create(price.Code, price.Pricing)));

    private static Plan Of(params Charge[] charges) =>
        new("managed", "Managed IT", Level, [ServiceLine.Helpdesk], charges) { Tier = PricingTier.Standard, Description = "Full care" };

    private static string Refusal(ServiceLine[] lines, params Charge[] charges) =>
        Assert.Throws<ArgumentException>(() => new Plan("p", "P", Level, lines, charges)).Message;
}
