using System.Text.Json;
using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Cli.Parsing;
using Msp.Billing.Invoicing;
using Msp.Billing.Plans;

namespace Msp.Billing.Cli.Importing;

/// <summary>Reads a catalogue. The format is described in <c>docs/import.md</c>.</summary>
internal sealed class CatalogImport
{
    /// <summary>The most entries of a catalogue: unlike contracts it is held in memory, because everything in it may name everything else.</summary>
    public const int MostEntries = 100_000;

    private static readonly string[] Sections = ["$schema", "tax_rates", "services", "plans", "families", "price_books"];
    private static readonly string[] TaxRateProperties = ["jurisdiction", "category", "rate", "from"];
    private static readonly string[] ServiceProperties = ["service", "name", "line", "unit", "tax_category", "account", "description"];
    private static readonly string[] FamilyProperties = ["family", "plans"];

    private readonly ImportProblems _problems;
    private readonly KnownRecords _known;
    private readonly List<TaxRate> _taxRates = [];
    private readonly Dictionary<(string Jurisdiction, TaxCategory Category, DateOnly From), string> _taxPlaces = [];
    private readonly Places<Service> _services = new("service");
    private readonly Places<Plan> _plans = new("plan");
    private readonly Places<PriceBook> _books = new("price_book");
    private readonly List<(JsonRecord Record, string Service)> _namedServices = [];
    private readonly List<(JsonRecord Record, string Name, List<(string Place, string Plan)> Plans)> _families = [];
    private readonly HashSet<string> _familyNames = new(StringComparer.Ordinal);

    private CatalogImport(KnownRecords known, ImportProblems problems) => (_known, _problems) = (known, problems);

    /// <summary>The catalogue of a file; null when anything in it is refused. A table holds price books only.</summary>
    public static ImportedCatalog? Read(ImportFile file, KnownRecords known, ImportProblems problems)
    {
        var import = new CatalogImport(known, problems);
        if (file.IsJson)
        {
            import.TakeSections(file);
        }
        else
        {
            PriceBookImport.Read(file, import._books, problems);
        }

        return import.Finish();
    }

    /// <summary>The catalogue that is stored, from its entries as <see cref="Exporting.CatalogJson"/> wrote them.</summary>
    /// <param name="taxRates">The stored tax rates.</param>
    /// <param name="entries">The entries, each with the name of its list.</param>
    /// <param name="problems">Where it is reported that an entry cannot be read any more.</param>
    public static ImportedCatalog? FromStored(IEnumerable<TaxRate> taxRates, IEnumerable<(string List, string Code, string Json)> entries, ImportProblems problems)
    {
        var import = new CatalogImport(KnownRecords.Unchecked, problems);
        import._taxRates.AddRange(taxRates);
        foreach (var (list, code, json) in entries)
        {
            using var document = JsonDocument.Parse(json);
            import.Take(list, JsonPath.Root(list).Property(code), document.RootElement);
        }

        return import.Finish();
    }

    private ImportedCatalog? Finish()
    {
        CheckNamedServices();
        var families = FamiliesOf();
        CheckStoredFamilies();
        var books = PriceBookChanges.Of(_books.All, _known, _problems);
        return _problems.None
            ? new ImportedCatalog(
                [.. _taxRates],
                new ServiceCatalog([.. _services.All.Select(service => service.Thing)]),
                [.. _plans.All.Select(plan => plan.Thing)],
                [.. families],
                new PriceBooks([.. books]))
            : null;
    }

    private void TakeSections(ImportFile file)
    {
        using var items = new JsonItems(file, _problems);
        var entries = 0;
        foreach (var (list, path, item) in items.Read("services", Sections))
        {
            if (list == "$schema")
            {
                continue;
            }

            if (++entries > MostEntries)
            {
                _problems.Add(null, path.ToString(), FormattableString.Invariant($"is entry {entries} of the file; a catalogue has at most {MostEntries}. Nothing after it was read."));
                break;
            }

            Take(list, path, item);
        }
    }

    private void Take(string list, JsonPath path, JsonElement item)
    {
        if (JsonRecord.From(item, path, PropertiesOf(list), _problems) is not { } record)
        {
            return;
        }

        var place = path.ToString();
        switch (list)
        {
            case "tax_rates":
                TakeTaxRate(record, place);
                break;
            case "services":
                TakeService(record, place);
                break;
            case "plans":
                TakePlan(record, place);
                break;
            case "families":
                TakeFamily(record);
                break;
            default:
                var book = PriceBookImport.Read(record);
                _books.Add(book?.Name ?? record.Text("price_book") ?? "", book, place, record);
                break;
        }
    }

    private static string[] PropertiesOf(string list) => list switch
    {
        "tax_rates" => TaxRateProperties,
        "services" => ServiceProperties,
        "plans" => PlanImport.Properties,
        "families" => FamilyProperties,
        _ => PriceBookImport.Properties,
    };

    private void TakeTaxRate(JsonRecord record, string place)
    {
        var before = _problems.Count;
        var jurisdiction = record.RequiredText("jurisdiction", "DE");
        var category = record.Word("category", Vocabulary.TaxCategories) ?? TaxCategory.Standard;
        var rate = record.Number("rate", NumberRange.TaxRate) ?? record.Missing<decimal>("rate", "19");
        var from = record.Day("from") ?? record.Missing<DateOnly>("from", "2026-01-01");
        if (TaxTable.IsZeroRated(category))
        {
            record.Refuse("category", $"{Vocabulary.TaxCategories.Of(category)} is always taxed at zero and takes no rate.");
        }

        if (_problems.Count > before)
        {
            return;
        }

        if (!_taxPlaces.TryAdd((jurisdiction, category, from), place))
        {
            record.Refuse(FormattableString.Invariant(
                $"{jurisdiction} has a {Vocabulary.TaxCategories.Of(category)} rate from {from:yyyy-MM-dd} already, in {_taxPlaces[(jurisdiction, category, from)]}."));
        }
        else
        {
            _taxRates.Add(new TaxRate(jurisdiction, category, from, new Percentage(rate)));
        }
    }

    private void TakeService(JsonRecord record, string place)
    {
        var before = _problems.Count;
        var code = record.RequiredText("service", "managed-user");
        var name = record.RequiredText("name", "Managed user");
        var line = record.Word("line", Vocabulary.ServiceLines) ?? record.Missing<ServiceLine>("line", "helpdesk");
        var unit = record.Unit("unit");
        if (unit is null)
        {
            record.Missing<int>("unit", "user");
        }

        var category = record.Word("tax_category", Vocabulary.TaxCategories) ?? TaxCategory.Standard;
        var account = record.Text("account") ?? "";
        var description = record.Text("description", SourceRecord.TextLength) ?? "";
        var service = _problems.Count > before || unit is null
            ? null
            : new Service(code, name, line, unit) { TaxCategory = category, LedgerAccount = account, Description = description };
        _services.Add(code, service, place, record);
    }

    private void TakePlan(JsonRecord record, string place)
    {
        var plan = PlanImport.Read(record, _namedServices);
        _plans.Add(plan?.Code ?? record.Text("plan") ?? "", plan, place, record);
    }

    private void TakeFamily(JsonRecord record)
    {
        var name = record.RequiredText("family", "Managed IT");
        if (name.Length > 0 && !_familyNames.Add(name))
        {
            record.Refuse("family", $"'{SourceRecord.Shortened(name)}' is there twice.");
        }

        _families.Add((record, name, [.. record.Texts("plans")]));
    }

    private void CheckNamedServices()
    {
        foreach (var (record, service) in _namedServices)
        {
            if (!_services.Has(service) && _known.Catalog.Services.Find(service) is null)
            {
                record.Refuse("service", $"there is no service '{SourceRecord.Shortened(service)}'.{_services.Hint(service)}");
            }
        }
    }

    private List<PlanFamily> FamiliesOf()
    {
        var families = new List<PlanFamily>();
        foreach (var (record, name, codes) in _families)
        {
            var before = _problems.Count;
            var plans = new List<Plan>();
            foreach (var (place, code) in codes)
            {
                if ((_plans.Has(code) ? _plans.Find(code) : StoredPlan(code)) is { } plan)
                {
                    plans.Add(plan);
                }
                else if (!_plans.Has(code))
                {
                    record.Refuse(place, $"there is no plan '{SourceRecord.Shortened(code)}', in the file or stored.{_plans.Hint(code)}");
                }
            }

            // A family with a refused plan cannot be judged; the plan's own problems say enough.
            if (_problems.Count == before && plans.Count == codes.Count && name.Length > 0 && FamilyOf(record, name, plans) is { } family)
            {
                families.Add(family);
            }
        }

        return families;
    }

    // A plan that takes the place of a stored one must still fit the families that have it.
    private void CheckStoredFamilies()
    {
        foreach (var family in _known.Catalog.Families)
        {
            var replaced = family.Plans.FirstOrDefault(plan => _plans.Find(plan.Code) is not null);
            if (replaced is null || _familyNames.Contains(family.Name))
            {
                continue;
            }

            try
            {
                _ = new PlanFamily(family.Name, [.. family.Plans.Select(plan => _plans.Find(plan.Code) ?? plan)]);
            }
            catch (Exception exception) when (exception is PlanFamilyException or ArgumentException)
            {
                _problems.Add(null, _plans.PlaceOf(replaced.Code), DomainRefusal.Sentence(exception));
            }
        }
    }

    private Plan? StoredPlan(string code) => _known.Catalog.Plans.FirstOrDefault(plan => plan.Code == code);

    private static PlanFamily? FamilyOf(JsonRecord record, string name, List<Plan> plans)
    {
        try
        {
            return new PlanFamily(name, [.. plans]);
        }
        catch (Exception exception) when (exception is PlanFamilyException or ArgumentException)
        {
            record.Refuse(DomainRefusal.Sentence(exception));
            return null;
        }
    }
}
