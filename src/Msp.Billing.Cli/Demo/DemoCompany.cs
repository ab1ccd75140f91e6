using System.Collections.Immutable;
using Msp.Billing.Amounts;
using Msp.Billing.Cli.Importing;
using Msp.Billing.Contracts;
using Msp.Billing.Usage;

namespace Msp.Billing.Cli.Demo;

/// <summary>A managed service provider that does not exist, with its customers, contracts and fourteen months of changes.</summary>
/// <remarks>
/// The same seed gives the same company to the last letter. Its books begin on <see cref="FirstDay"/>; days before <see cref="BilledFrom"/> count as
/// billed elsewhere, so the first run bills February 2026, and changes that were recorded in March reach back into it.
/// </remarks>
/// <param name="Seller">The issuing company.</param>
/// <param name="Catalog">What it sells, and its tax rates.</param>
/// <param name="Customers">Sixty, with groups and sites.</param>
/// <param name="Contracts">At least one for most customers, in the order of their numbers.</param>
/// <param name="Counts">What was counted and reported, by contract.</param>
internal sealed record DemoCompany(
    Seller Seller,
    ImportedCatalog Catalog,
    ImmutableArray<Customer> Customers,
    ImmutableArray<Contract> Contracts,
    ImmutableArray<(string Contract, UsageCount Count)> Counts)
{
    /// <summary>The seed unless another is asked for.</summary>
    public const int DefaultSeed = 20_260_301;

    /// <summary>The first day of the company's history.</summary>
    public static DateOnly FirstDay { get; } = new(2025, 2, 1);

    /// <summary>The first day that this software bills.</summary>
    public static DateOnly BilledFrom { get; } = new(2026, 2, 1);

    /// <summary>The first day after the history.</summary>
    public static DateOnly Today { get; } = new(2026, 4, 1);

    /// <summary>What documents say of the seller.</summary>
    public static SellerDetails SellerDetails => DemoParties.Seller;

    /// <summary>The customers with what their documents need.</summary>
    public IEnumerable<ImportedCustomer> WithDetails() => Customers.Select((customer, index) => new ImportedCustomer(customer, DemoParties.Of(customer, index)));

    /// <summary>Makes the company.</summary>
    /// <param name="seed">Any number; the same number makes the same company.</param>
    public static DemoCompany Make(int seed = DefaultSeed)
    {
        var seller = new Seller("northwind", "Northwind Managed IT Ltd", "IE", Currency.Eur, "Europe/Dublin");
        var catalog = DemoCatalog.Make();
        var customers = DemoCustomers.Make(seed);
        var contracts = new DemoContracts(catalog, customers, seed).Make();
        return new DemoCompany(seller, catalog, customers, contracts, DemoCounts.Make(contracts, seed));
    }
}
