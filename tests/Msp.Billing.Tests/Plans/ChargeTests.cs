using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Periods;
using Msp.Billing.Plans;

namespace Msp.Billing.Tests.Plans;

public sealed class ChargeTests
{
    private static readonly Pricing PerUser = Pricing.PerUnit(150m, Currency.Usd);

    [Fact]
    public void Bills_monthly_in_advance_by_day_at_the_standard_rate_unless_it_says_otherwise()
    {
        var charge = new Charge("managed-user", "Managed user", BillingUnit.User, PerUser);

        charge.Check();
        Assert.Equal((Cadence.Monthly, ChargeTiming.Advance, DayCount.ActualOverActual), (charge.Cadence, charge.Timing, charge.DayCount));
        Assert.Equal((QuantityBasis.Timeline, ChangePolicy.Immediately, ChangePolicy.Immediately), (charge.Basis, charge.Increase, charge.Decrease));
        Assert.Equal((TaxCategory.Standard, "", null), (charge.TaxCategory, charge.LedgerAccount, charge.UnitCost));
    }

    [Theory]
    [InlineData(QuantityBasis.Reported)]
    [InlineData(QuantityBasis.PeriodEnd)]
    [InlineData(QuantityBasis.Highest)]
    [InlineData(QuantityBasis.DayWeightedAverage)]
    public void A_quantity_that_is_known_at_the_end_is_billed_in_arrears(QuantityBasis basis)
    {
        Of(charge => charge.Basis = basis, ChargeTiming.Arrears).Check();

        foreach (var timing in new[] { ChargeTiming.Advance, ChargeTiming.Once })
        {
            var refused = Assert.Throws<ArgumentException>(() => Of(charge => charge.Basis = basis, timing).Check());
            Assert.Equal($"Charge 'support' bills a quantity that is known only when the period is over ({basis}); bill it in arrears.", refused.Message);
        }
    }

    [Theory]
    [InlineData(QuantityBasis.Timeline)]
    [InlineData(QuantityBasis.PeriodStart)]
    public void A_quantity_that_is_known_at_the_start_is_billed_at_any_time(QuantityBasis basis) =>
        Assert.All(Enum.GetValues<ChargeTiming>(), timing => Of(charge => charge.Basis = basis, timing).Check());

    [Fact]
    public void What_recurs_needs_a_cadence()
    {
        var refused = Assert.Throws<ArgumentException>(() => Of(charge => charge.Cadence = default, ChargeTiming.Advance).Check());

        Assert.Equal("Charge 'support' recurs and needs a cadence, such as monthly.", refused.Message);
        Of(charge => charge.Cadence = default, ChargeTiming.Once).Check();
    }

    [Fact]
    public void A_forgotten_setting_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Of(charge => charge.Basis = 0, ChargeTiming.Advance).Check());
        Assert.Throws<ArgumentException>(() => Of(_ => { }, 0).Check());
        Assert.Throws<ArgumentException>(() => new Charge("a", "A", BillingUnit.User, PerUser) { DayCount = 0 }.Check());
        Assert.Throws<ArgumentException>(() => new Charge("a", "A", BillingUnit.User, PerUser) { Increase = 0 }.Check());
        Assert.Throws<ArgumentException>(() => new Charge("a", "A", BillingUnit.User, PerUser) { Decrease = 0 }.Check());
        Assert.Throws<ArgumentException>(() => new Charge("a", "A", BillingUnit.User, PerUser) { TaxCategory = 0 }.Check());
    }

    [Fact]
    public void A_unit_cost_is_zero_or_more_with_six_decimals()
    {
        Assert.Throws<ArgumentException>(() => new Charge("a", "A", BillingUnit.User, PerUser) { UnitCost = -1m }.Check());
        var refused = Assert.Throws<ArgumentException>(() => new Charge("a", "A", BillingUnit.User, PerUser) { UnitCost = 0.0000001m }.Check());

        Assert.Equal("Charge 'a': a unit cost is zero or more, with at most six decimals; not 0.0000001.", refused.Message);
    }

    [Fact]
    public void Takes_code_name_unit_tax_and_account_from_a_service()
    {
        var service = new Service("backup", "Cloud backup", ServiceLine.BackupAndRecovery, BillingUnit.Gigabyte)
        {
            TaxCategory = TaxCategory.Reduced,
            LedgerAccount = "4300",
        };

        var charge = Charge.For(service, Pricing.PerUnit(0.0385m, Currency.Usd));

        Assert.Equal(("backup", "Cloud backup", "backup", "4300"), (charge.Code, charge.Name, charge.Service, charge.LedgerAccount));
        Assert.Equal((BillingUnit.Gigabyte, TaxCategory.Reduced), (charge.Unit, charge.TaxCategory));
    }

    [Fact]
    public void Another_price_leaves_everything_else_as_it_is()
    {
        var charge = new Charge("support", "Support", BillingUnit.Minute, PerUser)
        {
            Service = "helpdesk",
            Cadence = Cadence.Quarterly,
            Timing = ChargeTiming.Arrears,
            DayCount = DayCount.Thirty360,
            Basis = QuantityBasis.Reported,
            Increase = ChangePolicy.NextPeriod,
            Decrease = ChangePolicy.AtRenewal,
            TaxCategory = TaxCategory.Reduced,
            LedgerAccount = "4100",
            UnitCost = 1.25m,
        };

        var dearer = charge.WithPricing(Pricing.PerUnit(160m, Currency.Usd));

        Assert.Equal(160m, dearer.Pricing.Price);
        foreach (var property in typeof(Charge).GetProperties().Where(property => property.Name != nameof(Charge.Pricing)))
        {
            Assert.Equal(property.GetValue(charge), property.GetValue(dearer));
        }
    }

    [Fact]
    public void In_another_currency_the_unit_cost_is_not_known() =>
        Assert.Null(new Charge("a", "A", BillingUnit.User, PerUser) { UnitCost = 80m }.WithPricing(Pricing.PerUnit(140m, Currency.Eur)).UnitCost);

    [Fact]
    public void Stored_numbers_stay() // charges in databases hold them
    {
        Assert.Equal("Flat=1 PerUnit=2 Graduated=3 Volume=4 Package=5 PercentOf=6 CostPlus=7", Numbers<PricingModel>());
        Assert.Equal("Advance=1 Arrears=2 Once=3", Numbers<ChargeTiming>());
        Assert.Equal("Immediately=1 NextPeriod=2 AtRenewal=3", Numbers<ChangePolicy>());
        Assert.Equal("Timeline=1 PeriodStart=2 PeriodEnd=3 Highest=4 DayWeightedAverage=5 Reported=6", Numbers<QuantityBasis>());
        Assert.Equal("Basic=1 Standard=2 Premium=3", Numbers<PricingTier>());
        Assert.Equal("Critical=1 High=2 Normal=3 Low=4", Numbers<Severity>());
        Assert.Equal("BusinessHours=1 AroundTheClock=2", Numbers<CoverHours>());
    }

    private static string Numbers<T>()
        where T : struct, Enum => string.Join(' ', Enum.GetValues<T>().Select(value => $"{value}={value:D}"));

    private static Charge Of(Action<Settings> set, ChargeTiming timing)
    {
        var settings = new Settings();
        set(settings);
        return new Charge("support", "Support", BillingUnit.Hour, PerUser) { Timing = timing, Basis = settings.Basis, Cadence = settings.Cadence };
    }

    private sealed class Settings
    {
        public QuantityBasis Basis { get; set; } = QuantityBasis.Timeline;

        public Cadence Cadence { get; set; } = Cadence.Monthly;
    }
}
