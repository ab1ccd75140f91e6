using System.Collections.Immutable;
using Msp.Billing.Cli.Parsing;
using Msp.Billing.Contracts;

namespace Msp.Billing.Cli.Importing;

/// <summary>Reads customers. The format is described in <c>docs/import.md</c>.</summary>
internal static class CustomerImport
{
    private static readonly string[] Required = ["number", "name"];

    private static readonly string[] Optional =
    [
        "parent", "country", "address", "email", "jurisdiction", "vat_number", "exemption_reason", "reverse_charge", "buyer_reference", "sites", .. PartyFields.Common, "purchase_orders",
    ];

    /// <summary>Every field.</summary>
    internal static readonly string[] Properties = [.. Required, .. Optional];

    private static readonly string[] SiteProperties = ["code", "name", "address"];

    /// <summary>The customers of a file, one at a time; they may be kept only if there is no problem after the last one.</summary>
    public static IEnumerable<ImportedCustomer> Read(ImportFile file, KnownRecords known, ImportProblems problems)
    {
        var families = new CustomerFamilies(known, problems);
        foreach (var customer in file.IsJson ? FromJson(file, families, problems) : FromCsv(file, families, problems))
        {
            yield return customer;
        }

        families.CheckParents();
    }

    private static IEnumerable<ImportedCustomer> FromCsv(ImportFile file, CustomerFamilies families, ImportProblems problems)
    {
        using var table = CsvTable.Open(file, Required, Optional, problems);
        while (table?.Read() == true)
        {
            var before = problems.Count;
            if (One(table.Row, SitesOf(table.Row), PartyFields.Orders(table.Row), table.Line, null, families, problems) is { } customer && problems.Count == before)
            {
                yield return customer;
            }
        }
    }

    private static IEnumerable<ImportedCustomer> FromJson(ImportFile file, CustomerFamilies families, ImportProblems problems)
    {
        using var items = new JsonItems(file, problems);
        foreach (var (list, path, item) in items.Read("customers", ["$schema", "customers"]))
        {
            var before = problems.Count;
            if (list == "customers" && JsonRecord.From(item, path, Properties, problems) is { } record &&
                One(record, SitesOf(record), PartyFields.Orders(record), null, path, families, problems) is { } customer && problems.Count == before)
            {
                yield return customer;
            }
        }
    }

    private static ImportedCustomer? One(
        SourceRecord record, ImmutableArray<Site> sites, ImmutableArray<PurchaseOrder> orders, int? line, JsonPath? path, CustomerFamilies families, ImportProblems problems)
    {
        var before = problems.Count;
        var number = record.RequiredText("number", "K-1001");
        var name = record.RequiredText("name", "Northwind Traders");
        var parent = record.Text("parent");
        var country = Country(record);
        var tax = Tax(record, country);
        var address = record.Text("address", SourceRecord.TextLength) ?? "";
        var email = Email(record);
        var reference = record.Text("buyer_reference");
        CheckSites(record, sites);
        var details = new CustomerDetails
        {
            Address = PartyFields.Address(record),
            Registration = PartyFields.Registration(record),
            ElectronicAddress = PartyFields.ElectronicAddress(record),
            Contact = PartyFields.Contact(record),
            PurchaseOrders = orders,
            Language = PartyFields.Language(record),
        };
        families.Add(number, parent, line, path, record);
        return problems.Count > before || tax is null
            ? null
            : new ImportedCustomer(
                new Customer(number, name, tax)
                {
                    Parent = parent,
                    Country = country,
                    Address = address,
                    Email = email ?? "",
                    BuyerReference = reference,
                    Sites = sites,
                },
                details);
    }

    private static string Country(SourceRecord record)
    {
        if (record.Text("country") is not { } country)
        {
            return "";
        }

        if (country is not [>= 'A' and <= 'Z', >= 'A' and <= 'Z'])
        {
            record.Refuse("country", $"'{SourceRecord.Shortened(country)}' is not a country code; write the two capital letters of ISO 3166, such as DE.");
        }

        return country;
    }

    private static string? Email(SourceRecord record)
    {
        var email = record.Text("email");
        if (email is not null && (email.IndexOf('@', StringComparison.Ordinal) is var at && (at < 1 || at == email.Length - 1 || email.Contains(' ', StringComparison.Ordinal))))
        {
            record.Refuse("email", $"'{SourceRecord.Shortened(email)}' is not an address; write one, such as billing@example.com.");
        }

        return email;
    }

    private static TaxProfile? Tax(SourceRecord record, string country)
    {
        var before = record.ProblemCount;
        var jurisdiction = record.Text("jurisdiction") ?? country;
        if (jurisdiction.Length == 0 && !record.Has("country") && !record.Has("jurisdiction"))
        {
            record.Refuse("jurisdiction", "is missing, and there is no country to stand for it; write the key of the tax table, such as DE or US-CA.");
        }

        var vatNumber = record.Text("vat_number");
        if (vatNumber is not null && vatNumber is not [>= 'A' and <= 'Z', >= 'A' and <= 'Z', _, ..])
        {
            record.Refuse("vat_number", $"'{SourceRecord.Shortened(vatNumber)}' does not begin with the two capital letters of its country, such as DE123456789.");
        }

        var reverseCharge = record.YesNo("reverse_charge") ?? false;
        var reason = record.Text("exemption_reason", SourceRecord.TextLength);
        if (reverseCharge && !record.Has("vat_number"))
        {
            record.Refuse("vat_number", "is missing; reverse charge needs the customer's VAT number.");
        }

        if (reverseCharge && reason is not null)
        {
            record.Refuse("reverse_charge", "is true, but there is an exemption reason; a customer is exempt or accounts for the tax itself, not both.");
        }

        return record.ProblemCount > before || jurisdiction.Length == 0 ? null : new TaxProfile(jurisdiction, vatNumber, reason, reverseCharge);
    }

    // HQ=Head office|1 Main St;WH=Warehouse
    private static ImmutableArray<Site> SitesOf(CsvRow row)
    {
        if (row.Text("sites", SourceRecord.TextLength) is not { } text)
        {
            return [];
        }

        var sites = ImmutableArray.CreateBuilder<Site>();
        foreach (var part in text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var (code, rest) = Cut(part, '=');
            var (name, address) = Cut(rest ?? "", '|');
            if (code.Length == 0 || name.Length == 0)
            {
                row.Refuse("sites", $"'{SourceRecord.Shortened(part)}' is not a site; write code=name or code=name|address, and part sites with semicolons.");
                return [];
            }

            sites.Add(new Site(code, name, address ?? ""));
        }

        return sites.ToImmutable();
    }

    private static ImmutableArray<Site> SitesOf(JsonRecord record)
    {
        var sites = ImmutableArray.CreateBuilder<Site>();
        foreach (var site in record.Objects("sites", SiteProperties))
        {
            var (code, name) = (site.RequiredText("code", "HQ"), site.RequiredText("name", "Head office"));
            var address = site.Text("address", SourceRecord.TextLength) ?? "";
            if (code.Length > 0 && name.Length > 0)
            {
                sites.Add(new Site(code, name, address));
            }
        }

        return sites.ToImmutable();
    }

    private static void CheckSites(SourceRecord record, ImmutableArray<Site> sites)
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var site in sites)
        {
            if (!codes.Add(site.Code))
            {
                record.Refuse("sites", $"the code '{SourceRecord.Shortened(site.Code)}' is there twice.");
            }
        }
    }

    private static (string Before, string? After) Cut(string text, char at)
    {
        var index = text.IndexOf(at, StringComparison.Ordinal);
        return index < 0 ? (text, null) : (text[..index].Trim(), text[(index + 1)..].Trim());
    }
}
