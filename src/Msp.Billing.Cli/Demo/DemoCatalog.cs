using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Cli.Importing;
using Msp.Billing.Invoicing;
using Msp.Billing.Periods;
using Msp.Billing.Plans;

namespace Msp.Billing.Cli.Demo;

/// <summary>What the demo company sells: every service line, every plan kind, every pricing model.</summary>
internal static class DemoCatalog
{
    private static readonly Currency Euro = Currency.Eur;

    /// <summary>Makes the catalogue.</summary>
    public static ImportedCatalog Make()
    {
        Plan[] family = [Basic(), Standard(), Premium()];
        Plan[] plans = [.. family, CoManaged(), Connect(), Licences(), Security(), Projects()];
        return new ImportedCatalog(
            [.. TaxRates()],
            new ServiceCatalog(Services()),
            [.. plans],
            [new PlanFamily("Managed IT", family)],
            new PriceBooks(Books(plans)));
    }

    private static IEnumerable<TaxRate> TaxRates()
    {
        yield return new TaxRate("IE", TaxCategory.Standard, new DateOnly(2021, 3, 1), new Percentage(23m));
        yield return new TaxRate("IE", TaxCategory.Reduced, new DateOnly(2021, 3, 1), new Percentage(13.5m));
        yield return new TaxRate("GB", TaxCategory.Standard, new DateOnly(2011, 1, 4), new Percentage(20m));
        yield return new TaxRate("DE", TaxCategory.Standard, new DateOnly(2021, 1, 1), new Percentage(19m));
        yield return new TaxRate("FR", TaxCategory.Standard, new DateOnly(2014, 1, 1), new Percentage(20m));
    }

    private static Service[] Services() =>
    [
        Sold("platform", "Managed platform", ServiceLine.NetworkMonitoring, BillingUnit.Flat, "4000"),
        Sold("managed-user", "Managed user", ServiceLine.Helpdesk, BillingUnit.User, "4000"),
        Sold("monitoring", "Device monitoring", ServiceLine.NetworkMonitoring, BillingUnit.AnyDevice, "4010"),
        Sold("patching", "Patch management", ServiceLine.PatchManagement, BillingUnit.ForDevice(DeviceKind.Workstation), "4010"),
        Sold("backup", "Backup storage", ServiceLine.BackupAndRecovery, BillingUnit.Gigabyte, "4020"),
        Sold("security", "Endpoint protection", ServiceLine.Cybersecurity, BillingUnit.User, "4030"),
        Sold("training", "Awareness training", ServiceLine.Cybersecurity, BillingUnit.User, "4030"),
        Sold("cloud", "Cloud management", ServiceLine.CloudManagement, BillingUnit.Amount, "4040"),
        Sold("licence", "Office licence", ServiceLine.CloudManagement, BillingUnit.Licence, "4050"),
        Sold("vendor", "Vendor management", ServiceLine.VendorManagement, BillingUnit.Site, "4060"),
        Sold("support", "Remote support", ServiceLine.Helpdesk, BillingUnit.Hour, "4070"),
        Sold("project", "Projects", ServiceLine.CloudManagement, BillingUnit.Piece, "4080"),
    ];

    private static Service Sold(string code, string name, ServiceLine line, BillingUnit unit, string account) => new(code, name, line, unit) { LedgerAccount = account };

    private static Plan Basic() => new(
        "managed-basic", "Managed Basic", Level("Business hours", CoverHours.BusinessHours, 60, 240, 480, 2880, 12),
        [ServiceLine.Helpdesk, ServiceLine.NetworkMonitoring],
        Flat("platform", "Managed platform fee - Basic", 149m, 64m),
        Users(Pricing.Graduated(Euro, new PriceStep(25, 38.50m), new PriceStep(100, 34.25m), new PriceStep(null, 29.995m)), 17.25m),
        Support(120m, 52m))
    {
        Tier = PricingTier.Basic,
        Description = "Helpdesk and monitoring in business hours.",
        Exclusions = "Projects, cabling, hardware.",
    };

    private static Plan Standard() => new(
        "managed-standard", "Managed Standard", Level("Business hours, faster", CoverHours.BusinessHours, 30, 120, 480, 1440, 24),
        [ServiceLine.Helpdesk, ServiceLine.NetworkMonitoring, ServiceLine.PatchManagement, ServiceLine.BackupAndRecovery],
        Flat("platform", "Managed platform fee - Standard", 349m, 152m),
        Users(Pricing.Graduated(Euro, new PriceStep(25, 62m), new PriceStep(100, 55.125m), new PriceStep(null, 48.7475m)), 27.5m),
        Devices("server", "Managed servers", DeviceKind.Server, Pricing.PerUnit(45m, Euro), 20.5m),
        Storage(1_000m, 0.042m, 0.019m),
        Support(95m, 46m))
    {
        Tier = PricingTier.Standard,
        Description = "Basic, with patching and backup.",
        Exclusions = "Projects, hardware.",
    };

    private static Plan Premium() => new(
        "managed-premium", "Managed Premium", Level("Around the clock", CoverHours.AroundTheClock, 15, 60, 240, 1440, 36),
        Enum.GetValues<ServiceLine>(),
        Flat("platform", "Managed platform fee - Premium", 799m, 338m),
        Users(Pricing.Volume(Euro, new PriceStep(25, 98m), new PriceStep(100, 89.50m), new PriceStep(null, 82.25m, 150m)), 44m),
        Devices("server", "Managed servers", DeviceKind.Server, Pricing.PerUnit(39m, Euro), 19m),
        Devices("firewall", "Managed firewalls", DeviceKind.Firewall, Pricing.PerUnit(35m, Euro), 15.5m),
        Storage(2_500m, 0.0385m, 0.019m),
        SupportAbove(600m, 75m, 40m))
    {
        Tier = PricingTier.Premium,
        Description = "Everything, around the clock.",
    };

    private static Plan CoManaged() => new(
        "co-managed", "Co-managed devices", Level("Business hours", CoverHours.BusinessHours, 60, 240, 480, 2880, null),
        [ServiceLine.NetworkMonitoring, ServiceLine.PatchManagement],
        Devices("workstation", "Workstations", DeviceKind.Workstation, Pricing.PerUnit(11.75m, Euro), 5.4m, QuantityBasis.DayWeightedAverage),
        Devices("server", "Servers", DeviceKind.Server, Pricing.PerUnit(52m, Euro), 23.5m, dayCount: DayCount.ActualOver30),
        Devices("switch", "Switches", DeviceKind.Switch, Pricing.PerUnit(8.90m, Euro), 3.9m, QuantityBasis.PeriodEnd),
        Devices("access-point", "Access points", DeviceKind.AccessPoint, Pricing.Package(29m, 5m, Euro), 2.6m),
        Devices("printer", "Printers", DeviceKind.Printer, Pricing.PerUnit(4.125m, Euro), 1.85m, dayCount: DayCount.Thirty360),
        Devices("mobile", "Mobile devices", DeviceKind.Mobile, Pricing.PerUnit(5.5m, Euro), 2.4m, QuantityBasis.Highest),
        Devices("other", "Other devices", DeviceKind.Other, Pricing.PerUnit(7m, Euro), 3.1m, dayCount: DayCount.ActualOver365))
    {
        Description = "Monitoring and patching by kind of device, beside the customer's own people.",
    };

    private static Plan Connect() => new(
        "connect", "Site connectivity", Level("Business hours", CoverHours.BusinessHours, 120, 480, 960, 2880, 12),
        [ServiceLine.NetworkMonitoring, ServiceLine.VendorManagement],
        new Charge("site", "Line and router by site", BillingUnit.Site, Pricing.PerUnit(120m, Euro)) { Service = "vendor", Cadence = Cadence.Quarterly, UnitCost = 58m },
        new Charge("firewall", "Managed firewall", BillingUnit.ForDevice(DeviceKind.Firewall), Pricing.PerUnit(540m, Euro))
        {
            Service = "monitoring",
            Cadence = Cadence.Yearly,
            DayCount = DayCount.WholePeriod,
            UnitCost = 246m,
        },
        new Charge("carrier", "Handling of carrier bills", BillingUnit.Amount, Pricing.PercentOf(3m, Euro))
        {
            UnitCost = 0.013m,
            Service = "vendor",
            Timing = ChargeTiming.Arrears,
            Basis = QuantityBasis.Reported,
        })
    {
        Description = "One contact for lines and routers.",
    };

    private static Plan Licences() => new(
        "licences", "Licences and cloud", Level("Business hours", CoverHours.BusinessHours, 120, 480, 960, 2880, 12),
        [ServiceLine.CloudManagement],
        new Charge("licence", "Office licences", BillingUnit.Licence, Pricing.PerUnit(11.70m, Euro))
        {
            Service = "licence",
            Decrease = ChangePolicy.AtRenewal,
            UnitCost = 9.36m,
        },
        new Charge("storage-pack", "Archive storage, packs of 100 GB", BillingUnit.Gigabyte, Pricing.Package(6m, 100m, Euro))
        {
            Service = "backup",
            Basis = QuantityBasis.PeriodStart,
            Increase = ChangePolicy.NextPeriod,
            Decrease = ChangePolicy.NextPeriod,
            DayCount = DayCount.NextWholePeriod,
            UnitCost = 0.027m,
        },
        new Charge("cloud", "Cloud consumption", BillingUnit.Amount, Pricing.CostPlus(10m, Euro))
        {
            UnitCost = 1m,
            Service = "cloud",
            Timing = ChargeTiming.Arrears,
            Basis = QuantityBasis.Reported,
        });

    private static Plan Security() => new(
        "security", "Security add-on", Level("Around the clock", CoverHours.AroundTheClock, 15, 60, 240, 1440, 12),
        [ServiceLine.Cybersecurity],
        new Charge("endpoint", "Endpoint protection", BillingUnit.User, Pricing.PerUnit(6.25m, Euro).WithMinimumQuantity(10)) { Service = "security", UnitCost = 2.8m },
        new Charge("training", "Awareness training", BillingUnit.User, Pricing.PerUnit(18m, Euro).WithMinimumSpend(250m))
        {
            Service = "training",
            Cadence = Cadence.HalfYearly,
            TaxCategory = TaxCategory.Reduced,
            UnitCost = 8m,
        });

    private static Plan Projects() => new(
        "projects", "Projects", Level("Business hours", CoverHours.BusinessHours, 120, 480, 960, 2880, null),
        [ServiceLine.CloudManagement],
        new Charge("onboarding", "Onboarding", BillingUnit.Flat, Pricing.Flat(1_500m, Euro)) { Service = "project", Timing = ChargeTiming.Once, LedgerAccount = "4080", UnitCost = 720m },
        new Charge("hardware", "Hardware", BillingUnit.Piece, Pricing.PerUnit(899m, Euro)) { Service = "project", Timing = ChargeTiming.Once, LedgerAccount = "4080", UnitCost = 764m });

    private static Charge Flat(string code, string name, decimal price, decimal cost) =>
        new Charge(code, name, BillingUnit.Flat, Pricing.Flat(price, Euro)) { Service = "platform", UnitCost = cost };

    private static Charge Users(Pricing pricing, decimal cost) =>
        new Charge("managed-user", "Managed users", BillingUnit.User, pricing) { Service = "managed-user", UnitCost = cost };

    private static Charge Devices(
        string code, string name, DeviceKind kind, Pricing pricing, decimal cost, QuantityBasis basis = QuantityBasis.Timeline, DayCount dayCount = DayCount.ActualOverActual) =>
        new Charge(code, name, BillingUnit.ForDevice(kind), pricing)
        {
            Service = "monitoring",
            Basis = basis,
            DayCount = dayCount,
            UnitCost = cost,
            Timing = basis == QuantityBasis.Timeline ? ChargeTiming.Advance : ChargeTiming.Arrears,
        };

    private static Charge Storage(decimal included, decimal price, decimal cost) =>
        new Charge("backup-storage", "Backup storage above allowance (GB)", BillingUnit.Gigabyte, Pricing.PerUnit(price, Euro).WithIncluded(included))
        {
            Service = "backup",
            UnitCost = cost,
            Timing = ChargeTiming.Arrears,
            Basis = QuantityBasis.Reported,
        };

    private static Charge Support(decimal price, decimal cost) => SupportOf(Pricing.PerUnit(price, Euro), cost);

    private static Charge SupportAbove(decimal includedMinutes, decimal price, decimal cost) =>
        SupportOf(Pricing.PerUnit(price, Euro).WithIncluded(includedMinutes), cost);

    private static Charge SupportOf(Pricing pricing, decimal cost) =>
        new Charge("remote-support", "Remote support (h)", BillingUnit.Hour, pricing.WithIncrement(new QuantityIncrement(15m, 0.25m)))
        {
            Service = "support",
            UnitCost = cost,
            Timing = ChargeTiming.Arrears,
            Basis = QuantityBasis.Reported,
        };

    private static ServiceLevel Level(string name, CoverHours cover, int critical, int high, int normal, int low, int? months) => new(
        name,
        ResponseTimes.InMinutes(critical, high, normal, low),
        cover,
        "Inventory in week one, agents in week two, hand-over in week three.",
        "Isolated at once, reported within a day, restored from tested backups.",
        new Commitment(months, months is null ? null : 12, 30, "The remaining months, at most three; data and access are handed over."));

    private static PriceBook[] Books(Plan[] plans)
    {
        var prices = new Dictionary<string, Pricing>(StringComparer.Ordinal);
        foreach (var charge in plans.Where(plan => plan.Tier is null).SelectMany(plan => plan.Charges))
        {
            prices.TryAdd(charge.Code, charge.Pricing);
        }

        var euro = new PriceBook("EUR 2025", Euro, new DateOnly(2025, 1, 1), new DateOnly(2026, 1, 1), prices);
        return [euro, euro.Raised("EUR 2026", new DateOnly(2026, 1, 1), new Percentage(3m)), Pounds(prices)];
    }

    private static PriceBook Pounds(Dictionary<string, Pricing> prices) => new(
        "GBP 2025", Currency.Gbp, new DateOnly(2025, 1, 1), null, prices.Select(price => KeyValuePair.Create(price.Key, InPounds(price.Value))));

    // A list of its own in round pence, not the euro list at some day's rate. The tiers are not sold in pounds.
    private static Pricing InPounds(Pricing euro)
    {
        var price = decimal.Round(euro.Price * 0.85m, 2, MidpointRounding.AwayFromZero);
        return euro.Model switch
        {
            PricingModel.Flat => Pricing.Flat(price, Currency.Gbp),
            PricingModel.PerUnit => Pricing.PerUnit(price, Currency.Gbp),
            PricingModel.Package => Pricing.Package(price, euro.BlockSize, Currency.Gbp),
            PricingModel.PercentOf => Pricing.PercentOf(euro.Price * 100m, Currency.Gbp),
            PricingModel.CostPlus => Pricing.CostPlus((euro.Price - 1m) * 100m, Currency.Gbp),
            _ => throw new InvalidOperationException($"The pound list has no {euro.Model} price."),
        };
    }
}
