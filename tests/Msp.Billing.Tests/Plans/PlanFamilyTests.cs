using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Plans;

namespace Msp.Billing.Tests.Plans;

public sealed class PlanFamilyTests
{
    private static readonly Plan Basic = Tier(PricingTier.Basic, 240, CoverHours.BusinessHours, ServiceLine.Helpdesk, ServiceLine.PatchManagement);

    private static readonly Plan Standard =
        Tier(PricingTier.Standard, 60, CoverHours.BusinessHours, ServiceLine.Helpdesk, ServiceLine.PatchManagement, ServiceLine.BackupAndRecovery);

    private static readonly Plan Premium = Tier(
        PricingTier.Premium, 15, CoverHours.AroundTheClock, ServiceLine.Helpdesk, ServiceLine.PatchManagement, ServiceLine.BackupAndRecovery, ServiceLine.Cybersecurity);

    [Fact]
    public void Stands_in_the_order_of_its_tiers()
    {
        var family = new PlanFamily("Managed IT", Premium, Basic, Standard);

        Assert.Equal([Basic, Standard, Premium], family.Plans);
        Assert.Same(Standard, family.Find(PricingTier.Standard));
    }

    [Fact]
    public void Shows_what_each_tier_adds()
    {
        var family = new PlanFamily("Managed IT", Basic, Standard, Premium);

        Assert.Equal([ServiceLine.Helpdesk, ServiceLine.PatchManagement], family.AddedBy(PricingTier.Basic));
        Assert.Equal([ServiceLine.BackupAndRecovery], family.AddedBy(PricingTier.Standard));
        Assert.Equal([ServiceLine.Cybersecurity], family.AddedBy(PricingTier.Premium));
        Assert.Empty(new PlanFamily("Small", Basic).AddedBy(PricingTier.Premium));
    }

    [Fact]
    public void A_lost_service_line_is_refused_by_name()
    {
        var premium = Tier(PricingTier.Premium, 15, CoverHours.AroundTheClock, ServiceLine.Helpdesk, ServiceLine.PatchManagement, ServiceLine.Cybersecurity);

        var refused = Assert.Throws<PlanFamilyException>(() => new PlanFamily("Managed IT", Basic, Standard, premium));

        Assert.Equal("Plan family 'Managed IT': Premium must include everything of Standard, but it leaves out BackupAndRecovery.", refused.Message);
        Assert.Equal((PricingTier.Premium, PricingTier.Standard), (refused.Tier, refused.Below));
        Assert.Equal([ServiceLine.BackupAndRecovery], refused.MissingLines);
    }

    [Fact]
    public void A_worse_service_level_is_refused_with_every_loss()
    {
        var standard = Tier(PricingTier.Standard, 300, CoverHours.BusinessHours, ServiceLine.Helpdesk);
        var basic = Tier(PricingTier.Basic, 240, CoverHours.AroundTheClock, ServiceLine.Helpdesk, ServiceLine.VendorManagement);

        var refused = Assert.Throws<PlanFamilyException>(() => new PlanFamily("Managed IT", standard, basic));

        Assert.Equal(
            "Plan family 'Managed IT': Standard must include everything of Basic, but it leaves out VendorManagement; it covers business hours only, " +
            "not every hour; it answers Critical within 300 minutes, not 240; it answers High within 600 minutes, not 480; " +
            "it answers Normal within 900 minutes, not 720; it answers Low within 1200 minutes, not 960.",
            refused.Message);
    }

    [Fact]
    public void A_tier_that_is_left_out_is_no_way_around_the_check() =>
        Assert.Throws<PlanFamilyException>(() => new PlanFamily("Managed IT", Basic, Tier(PricingTier.Premium, 15, CoverHours.AroundTheClock, ServiceLine.Helpdesk)));

    [Fact]
    public void Equal_promises_are_enough() =>
        Assert.Equal(2, new PlanFamily("Managed IT", Basic, Tier(PricingTier.Standard, 240, CoverHours.BusinessHours, [.. Basic.Lines])).Plans.Length);

    [Fact]
    public void Refuses_plans_without_a_tier_or_with_the_same_one()
    {
        var alone = Tier(null, 240, CoverHours.BusinessHours, ServiceLine.Helpdesk);

        Assert.Contains("has no tier", Assert.Throws<ArgumentException>(() => new PlanFamily("Managed IT", Basic, alone)).Message, StringComparison.Ordinal);
        Assert.Contains("two plans of tier Basic", Assert.Throws<ArgumentException>(() => new PlanFamily("Managed IT", Basic, Basic)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new PlanFamily("Managed IT"));
    }

    private static Plan Tier(PricingTier? tier, int critical, CoverHours cover, params ServiceLine[] lines) => new(
        $"managed-{tier}", $"Managed {tier}",
        new ServiceLevel(
            "Level", ResponseTimes.InMinutes(critical, critical * 2, critical * 3, critical * 4), cover, "Four weeks.", "Isolate.", new Commitment(12, 12, 30, "Half the rest.")),
        lines, new Charge("user", "Managed user", BillingUnit.User, Pricing.PerUnit(100m, Currency.Usd)))
    {
        Tier = tier,
    };
}
