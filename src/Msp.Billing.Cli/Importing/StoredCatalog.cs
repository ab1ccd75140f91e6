using System.Text;
using System.Text.Json;
using Msp.Billing.Cli.Exporting;
using Msp.Billing.Cli.Parsing;
using Msp.Billing.EntityFrameworkCore;
using Msp.Billing.EntityFrameworkCore.Catalog;
using Msp.Billing.EntityFrameworkCore.Contracts;

namespace Msp.Billing.Cli.Importing;

/// <summary>The catalogue of a seller in storage: its entries in the format of the import files.</summary>
internal static class StoredCatalog
{
    private static readonly (CatalogItemKind Kind, string List)[] Lists =
    [
        (CatalogItemKind.Service, "services"),
        (CatalogItemKind.Plan, "plans"),
        (CatalogItemKind.PlanFamily, "families"),
        (CatalogItemKind.PriceBook, "price_books"),
    ];

    /// <summary>Reads the catalogue.</summary>
    /// <param name="store">Where from.</param>
    /// <param name="sellerId">Whose.</param>
    /// <exception cref="IOException">An entry cannot be read any more.</exception>
    public static ImportedCatalog Read(BillingStore store, long sellerId)
    {
        var problems = new ImportProblems();
        var catalog = new CatalogStore(store, sellerId);
        var entries = Lists.SelectMany(list => catalog.All(list.Kind).Select(item => (list.List, item.Code, item.Json)));
        return CatalogImport.FromStored(new SellerBook(store).TaxTableOf(sellerId).Rates, entries, problems)
            ?? throw new IOException($"The catalogue in '{store.Path}' cannot be read: {problems.Listed[0]}");
    }

    /// <summary>The name of a plan, without reading the rest of the catalogue; null where there is no such plan.</summary>
    public static string? NameOfPlan(BillingStore store, long sellerId, string code)
    {
        if (new CatalogStore(store, sellerId).Find(CatalogItemKind.Plan, code) is not { } json)
        {
            return null;
        }

        using var plan = JsonDocument.Parse(json);
        return plan.RootElement.GetProperty("name").GetString();
    }

    /// <summary>Stores a catalogue: what it has takes the place of what has the same code.</summary>
    /// <param name="store">Where to; in a transaction.</param>
    /// <param name="sellerId">Whose.</param>
    /// <param name="catalog">The catalogue.</param>
    public static void Write(BillingStore store, long sellerId, ImportedCatalog catalog)
    {
        new SellerBook(store).SetTaxRates(sellerId, catalog.TaxRates);
        var items = new CatalogStore(store, sellerId);
        items.Put(CatalogItemKind.Service, catalog.Services.Services.Select(service => (service.Code, Json(service, CatalogJson.Write))));
        items.Put(CatalogItemKind.Plan, catalog.Plans.Select(plan => (plan.Code, Json(plan, CatalogJson.Write))));
        items.Put(CatalogItemKind.PlanFamily, catalog.Families.Select(family => (family.Name, Json(family, CatalogJson.Write))));
        items.Put(CatalogItemKind.PriceBook, catalog.PriceBooks.All.Select(book => (book.Name, Json(book, CatalogJson.Write))));
    }

    private static string Json<T>(T item, Action<Utf8JsonWriter, T> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonText.Compact))
        {
            write(json, item);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}
