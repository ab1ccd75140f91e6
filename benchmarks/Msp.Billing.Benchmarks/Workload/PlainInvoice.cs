using Msp.Billing.Plans;

namespace Msp.Billing.Benchmarks.Workload;

/// <summary>The five amounts of a contract as a programmer would write them down for this one workload: the baseline that the engine is measured against.</summary>
internal struct PlainInvoice
{
    private static readonly WorkloadPrices[] Prices =
        [WorkloadPrices.Of(PricingTier.Basic), WorkloadPrices.Of(PricingTier.Standard), WorkloadPrices.Of(PricingTier.Premium)];

    private static readonly decimal[] TaxRates = [.. MspMonth1.TaxPercents.Select(percent => percent / 100m)];

    /// <summary>The platform fee.</summary>
    internal decimal Platform;

    /// <summary>Managed users.</summary>
    internal decimal Users;

    /// <summary>Managed devices.</summary>
    internal decimal Devices;

    /// <summary>Storage above the allowance.</summary>
    internal decimal Storage;

    /// <summary>Support in quarter hours begun.</summary>
    internal decimal Support;

    /// <summary>Before tax.</summary>
    internal decimal Subtotal;

    /// <summary>The amounts of a contract that has at least one active day.</summary>
    internal static PlainInvoice Of(in DrawnContract contract)
    {
        var prices = Prices[(int)contract.Tier - 1];
        var days = contract.ActiveDays;
        var platform = prices.Platform;
        var users = UsersOf(contract.Users, prices);
        var devices = contract.Devices * new decimal(contract.DevicePriceThousandths, 0, 0, false, 3);
        if (days < 31)
        {
            platform = platform * days / 31;
            users = users * days / 31;
            devices = devices * days / 31;
        }

        var invoice = new PlainInvoice
        {
            Platform = Cents(platform),
            Users = Cents(users),
            Devices = Cents(devices),
            Storage = Cents(Math.Max(0m, new decimal(contract.StorageThousandths, 0, 0, false, 3) - prices.IncludedStorage) * prices.Storage),
            Support = Cents((contract.SupportMinutes + 14) / 15 * 0.25m * prices.SupportHour),
        };
        invoice.Subtotal = invoice.Platform + invoice.Users + invoice.Devices + invoice.Storage + invoice.Support;
        return invoice;
    }

    /// <summary>The tax on it.</summary>
    internal readonly decimal TaxOf(in DrawnContract contract) => Cents(Subtotal * TaxRates[contract.TaxCode]);

    private static decimal UsersOf(int users, WorkloadPrices prices)
    {
        var exact = Math.Min(users, 25) * prices.UpTo25;
        if (users > 25)
        {
            exact += (Math.Min(users, 100) - 25) * prices.UpTo100;
        }

        return users > 100 ? exact + ((users - 100) * prices.Above) : exact;
    }

    private static decimal Cents(decimal exact) => Math.Round(exact, 2, MidpointRounding.AwayFromZero);
}
