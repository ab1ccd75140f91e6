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

        import.CheckNamedServices();
        var families = import.FamiliesOf();
        import.CheckBooks();
        return problems.None
            ? new ImportedCatalog(
                [.. import._taxRates],
                new ServiceCatalog([.. import._services.All.Select(service => service.Thing)]),
                [.. import._plans.All.Select(plan => plan.Thing)],
                [.. families],
                new PriceBooks([.. import._books.All.Select(book => book.Thing)]))
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
        if (_known.HasService?.Invoke(code) == true)
        {
            record.Refuse("service", $"a service '{SourceRecord.Shortened(code)}' is stored already.");
        }

        var service = _problems.Count > before || unit is null
            ? null
            : new Service(code, name, line, unit) { TaxCategory = category, LedgerAccount = account, Description = description };
        _services.Add(code, service, place, record);
    }

    private void TakePlan(JsonRecord record, string place)
    {
        var plan = PlanImport.Read(record, _namedServices);
        _plans.Add(plan?.Code ?? record.Text("plan") ?? "", plan, place, record);
        if (plan is not null && _known.HasPlan?.Invoke(plan.Code) == true)
        {
            record.Refuse("plan", $"a plan '{SourceRecord.Shortened(plan.Code)}' is stored already.");
        }
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
            if (!_services.Has(service) && _known.HasService?.Invoke(service) != true)
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
                if (!_plans.Has(code))
                {
                    record.Refuse(place, $"there is no plan '{SourceRecord.Shortened(code)}' in the file.{_plans.Hint(code)}");
                }
                else if (_plans.Find(code) is { } plan)
                {
                    plans.Add(plan);
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

    private void CheckBooks()
    {
        foreach (var (book, place) in _books.All)
        {
            if (_known.PriceBooks.Any(known => known.Name == book.Name))
            {
                _problems.Add(null, place, $"a price book '{SourceRecord.Shortened(book.Name)}' is stored already.");
            }
        }

        PriceBook? last = null;
        var books = _books.All.Concat(_known.PriceBooks.Select(book => (Thing: book, Place: "")));
        foreach (var (book, place) in books.OrderBy(one => one.Thing.Currency.Code, StringComparer.Ordinal).ThenBy(one => one.Thing.From))
        {
            if (last is not null && last.Currency == book.Currency && ConflictOf(last, book) is { } conflict)
            {
                _problems.Add(null, place.Length > 0 ? place : null, conflict);
            }

            // Of two that run on from each other the one that ends later can still meet the next.
            last = last is null || last.Currency != book.Currency || (book.Until ?? DateOnly.MaxValue) >= (last.Until ?? DateOnly.MaxValue) ? book : last;
        }
    }

    private static string? ConflictOf(PriceBook left, PriceBook right)
    {
        try
        {
            _ = new PriceBooks(left, right);
            return null;
        }
        catch (ArgumentException exception)
        {
            return DomainRefusal.Sentence(exception);
        }
    }
}
