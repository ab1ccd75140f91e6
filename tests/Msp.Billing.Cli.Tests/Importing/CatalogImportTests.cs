using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Cli.Importing;
using Msp.Billing.Cli.Parsing;
using Msp.Billing.Plans;

namespace Msp.Billing.Cli.Tests.Importing;

public sealed class CatalogImportTests
{
    private const string Level =
        """
        "level": {"name": "L", "response_minutes": {"critical": 60, "high": 60, "normal": 60, "low": 60}, "cover": "business-hours",
          "onboarding": "o", "incident_handling": "i", "notice_days": 30, "termination": "t"}
        """;

    private const string Charges = "\"charges\": [{\"charge\": \"user\", \"name\": \"Users\", \"unit\": \"user\", \"pricing\": {\"model\": \"per-unit\", \"price\": 1}}]";

    [Fact]
    public void The_sample_in_json()
    {
        var (catalog, problems) = Read("catalog.json", Imports.Sample("catalog.json"));

        Assert.Empty(problems);
        Assert.NotNull(catalog);
        Assert.Equal(6, catalog.TaxRates.Length);
        Assert.Equal(ServiceLine.Cybersecurity, catalog.Services.Get("security").Line);
        Assert.Equal([PricingTier.Basic, PricingTier.Standard], catalog.Families[0].Plans.Select(plan => plan.Tier.GetValueOrDefault()));
        Assert.Equal([ServiceLine.PatchManagement, ServiceLine.BackupAndRecovery], catalog.Families[0].AddedBy(PricingTier.Standard));
        Assert.Equal(17.25m, catalog.Plans[0].Charges[0].UnitCost);
        Assert.Equal(Pricing.PerUnit(36, Currency.Eur), catalog.PriceBooks.On(Currency.Eur, new DateOnly(2026, 12, 31)).Find("managed-user"));
    }

    [Fact]
    public void The_sample_price_list_in_csv()
    {
        var (catalog, problems) = Read("prices.csv", Imports.Sample("prices.csv"));

        Assert.Empty(problems);
        Assert.Equal(["GBP 2026", "GBP 2027"], catalog?.PriceBooks.All.Select(book => book.Name) ?? []);
        Assert.Equal(["backup-storage", "managed-device", "managed-user"], catalog?.PriceBooks.All[0].Codes.AsEnumerable() ?? []);
    }

    [Fact]
    public void A_tier_that_loses_a_service_is_refused()
    {
        var problems = Read("catalog.json", $$"""
            {"plans": [
              {"plan": "basic", "name": "Basic", "currency": "USD", "tier": "basic", "lines": ["helpdesk", "cybersecurity"], {{Level}}, {{Charges}}},
              {"plan": "premium", "name": "Premium", "currency": "USD", "tier": "premium", "lines": ["helpdesk"], {{Level}}, {{Charges}}}],
             "families": [{"family": "Managed IT", "plans": ["basic", "premium"]}]}
            """).Problems;

        Assert.Equal(["families[0]: Plan family 'Managed IT': Premium must include everything of Basic, but it leaves out Cybersecurity."], problems);
    }

    [Fact]
    public void Price_books_that_overlap_are_refused_in_json_and_csv_and_against_stored_ones()
    {
        const string Expected = "Price books 'EUR 2026' (2026-01-01 to 2026-12-31) and 'EUR 2026 b' (from 2026-07-01) both hold for EUR from 2026-07-01 to 2026-12-31. End one before the other begins.";

        Assert.Equal(["price_books[1]: " + Expected], Read("catalog.json",
            """
            {"price_books": [
              {"price_book": "EUR 2026", "currency": "EUR", "from": "2026-01-01", "until": "2027-01-01", "prices": []},
              {"price_book": "EUR 2026 b", "currency": "EUR", "from": "2026-07-01", "prices": []}]}
            """).Problems);
        Assert.Equal(["line 3: " + Expected], Read("prices.csv",
            "price_book,currency,from,until,code,model,price\nEUR 2026,EUR,2026-01-01,2027-01-01,user,per-unit,1\nEUR 2026 b,EUR,2026-07-01,,user,per-unit,2\n").Problems);
        Assert.Equal(
            ["line 2: " + Expected],
            Read("prices.csv", "price_book,currency,from,code,model,price\nEUR 2026 b,EUR,2026-07-01,user,per-unit,2\n", Stored(until: new DateOnly(2027, 1, 1))).Problems);
    }

    [Fact]
    public void A_stored_book_that_has_begun_keeps_its_prices()
    {
        const string Head = "price_book,currency,from,code,model,price\n";

        Assert.Empty(Read("prices.csv", Head + "EUR 2026,EUR,2026-01-01,user,per-unit,1\n", Stored(null)).Problems);
        Assert.Equal(
            ["line 2: price book 'EUR 2026' (from 2026-01-01) has begun on 2026-03-01: its prices stay. Write a new book that begins on 2026-03-02 or later."],
            Read("prices.csv", Head + "EUR 2026,EUR,2026-01-01,user,per-unit,2\n", Stored(null)).Problems);
    }

    [Fact]
    public void A_new_book_ends_the_open_one_before_it()
    {
        var (catalog, problems) = Read("prices.csv", "price_book,currency,from,code,model,price\nEUR 2027,EUR,2027-01-01,user,per-unit,2\n", Stored(null));

        Assert.Empty(problems);
        Assert.Equal(
            ["'EUR 2026' (2026-01-01 to 2026-12-31)", "'EUR 2027' (from 2027-01-01)"], catalog?.PriceBooks.All.Select(book => book.ToString()) ?? []);
    }

    [Fact]
    public void A_plan_in_place_of_a_stored_one_must_fit_its_family()
    {
        var (first, _) = Read("catalog.json", Imports.Sample("catalog.json"));
        var known = new KnownRecords { Catalog = first ?? ImportedCatalog.Empty };

        var (_, problems) = Read("catalog.json", $$"""
            {"plans": [{"plan": "managed-standard", "name": "Standard", "currency": "USD", "tier": "standard", "lines": ["network-monitoring"], {{Level}}, {{Charges}}}]}
            """, known);

        Assert.Equal(["plans[0]: Plan family 'Managed IT': Standard must include everything of Basic, but it leaves out Helpdesk."], problems);
    }

    private static KnownRecords Stored(DateOnly? until) => new()
    {
        Today = new DateOnly(2026, 3, 1),
        Catalog = ImportedCatalog.Empty with
        {
            PriceBooks = new PriceBooks(new PriceBook(
                "EUR 2026", Currency.Eur, new DateOnly(2026, 1, 1), until, [KeyValuePair.Create("user", Pricing.PerUnit(1, Currency.Eur))])),
        },
    };

    [Theory]
    [InlineData("""{"tax_rates": [{"jurisdiction": "DE", "category": "exempt", "rate": 0, "from": "2026-01-01"}]}""", "tax_rates[0].category: exempt is always taxed at zero and takes no rate.")]
    [InlineData("""{"tax_rates": [{"jurisdiction": "DE", "rate": 119, "from": "2026-01-01"}]}""", "tax_rates[0].rate: 119 is too large; a tax rate is at most 100.")]
    [InlineData("""{"tax_rates": [{"jurisdiction": "DE", "rate": 19, "from": "2026-01-01"}, {"jurisdiction": "DE", "rate": 16, "from": "2026-01-01"}]}""", "tax_rates[1]: DE has a standard rate from 2026-01-01 already, in tax_rates[0].")]
    [InlineData("""{"services": [{"service": "a", "name": "A", "line": "help-desk", "unit": "user"}]}""", "services[0].line: 'help-desk' is not a service line. Did you mean 'helpdesk'? Known: network-monitoring, helpdesk, patch-management, backup-and-recovery, cybersecurity, cloud-management, vendor-management.")]
    [InlineData("""{"services": [{"service": "a", "name": "A", "line": "helpdesk", "unit": "user"}, {"service": "a", "name": "B", "line": "helpdesk", "unit": "user"}]}""", "services[1].service: 'a' is there twice, first in services[0].")]
    [InlineData("""{"families": [{"family": "F", "plans": ["basic"]}]}""", "families[0].plans[0]: there is no plan 'basic', in the file or stored.")]
    [InlineData("""{"families": [{"family": "F", "plans": []}]}""", "families[0]: Plan family 'F' has no plan.")]
    [InlineData("""{"price_books": [{"price_book": "B", "currency": "EUR", "from": "2026-01-01", "until": "2026-01-01"}]}""", "price_books[0].until: 2026-01-01 is not after the first day, 2026-01-01; it is the first day on which the book no longer holds.")]
    [InlineData("""{"price_books": [{"price_book": "B", "currency": "EUR", "from": "2026-01-01", "prices": [{"code": "a", "pricing": {"model": "flat", "price": 1}}, {"code": "a", "pricing": {"model": "flat", "price": 2}}]}]}""", "price_books[0].prices[1].code: 'a' has a price in this book already.")]
    [InlineData("""{"service": []}""", "service: there is no such property. Did you mean 'services'?")]
    public void A_section_is_refused(string json, string expected)
    {
        var (catalog, problems) = Read("catalog.json", json);

        Assert.Equal([expected], problems);
        Assert.Null(catalog);
    }

    [Theory]
    [InlineData("\"lines\": [\"helpdesk\", \"helpdesk\"]", Level, Charges, "plans[0].lines[1]: 'helpdesk' is there twice.")]
    [InlineData("\"lines\": []", Level, Charges, "plans[0]: Plan 'basic' covers no service line; name at least one.")]
    [InlineData("\"lines\": [\"helpdesk\"]", "\"level\": 1", Charges, "plans[0].level: is a number; an object { ... } is needed.")]
    [InlineData("\"lines\": [\"helpdesk\"]", Level, "\"charges\": []", "plans[0]: Plan 'basic' has no charge; nothing would pay for it.")]
    [InlineData("\"lines\": [\"helpdesk\"]", Level, "\"charges\": [{\"charge\": \"user\", \"name\": \"Users\", \"unit\": \"user\", \"service\": \"desk\", \"pricing\": {\"model\": \"per-unit\", \"price\": 1}}]", "plans[0].charges[0].service: there is no service 'desk'.")]
    public void A_plan_is_refused(string lines, string level, string charges, string expected)
    {
        var (_, problems) = Read("catalog.json", $$"""{"plans": [{"plan": "basic", "name": "Basic", "currency": "USD", {{lines}}, {{level}}, {{charges}}}]}""");

        Assert.Contains(expected, problems);
    }

    [Fact]
    public void A_graver_fault_never_waits_longer()
    {
        var level = Level.Replace("\"high\": 60", "\"high\": 15", StringComparison.Ordinal);

        var (_, problems) = Read("catalog.json", $$"""{"plans": [{"plan": "basic", "name": "Basic", "currency": "USD", "lines": ["helpdesk"], {{level}}, {{Charges}}}]}""");

        Assert.Equal(["plans[0].level.response_minutes.high: 15 minutes are fewer than the 60 of critical; a graver fault never waits longer."], problems);
    }

    private static (ImportedCatalog? Catalog, string[] Problems) Read(string name, string content, KnownRecords? known = null)
    {
        using var temporary = new TemporaryFile(name, content);
        var problems = new ImportProblems();
        var file = ImportFile.Open(temporary.Path, ImportFile.DefaultLimit, problems);
        var catalog = file is null ? null : CatalogImport.Read(file, known ?? KnownRecords.Unchecked, problems);
        return (catalog, [.. problems.Listed.Select(problem => problem.ToString())]);
    }
}
