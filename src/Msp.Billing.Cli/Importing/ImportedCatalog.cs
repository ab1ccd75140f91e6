using System.Collections.Immutable;
using Msp.Billing.Catalog;
using Msp.Billing.Invoicing;
using Msp.Billing.Plans;

namespace Msp.Billing.Cli.Importing;

/// <summary>What a catalogue file holds: what is sold, in which plans, at which prices, and how it is taxed.</summary>
/// <param name="TaxRates">The seller's tax rates, in the order of the file.</param>
/// <param name="Services">The services.</param>
/// <param name="Plans">The plans, in the order of the file.</param>
/// <param name="Families">The plan families, in the order of the file.</param>
/// <param name="PriceBooks">The price books.</param>
internal sealed record ImportedCatalog(
    ImmutableArray<TaxRate> TaxRates,
    ServiceCatalog Services,
    ImmutableArray<Plan> Plans,
    ImmutableArray<PlanFamily> Families,
    PriceBooks PriceBooks)
{
    /// <summary>Nothing is sold.</summary>
    public static ImportedCatalog Empty { get; } = new([], new ServiceCatalog(), [], [], new PriceBooks());
}
