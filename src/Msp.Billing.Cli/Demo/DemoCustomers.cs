using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Bogus;
using Msp.Billing.Contracts;

namespace Msp.Billing.Cli.Demo;

/// <summary>Sixty customers: six groups with their companies, sites, exemptions, and neighbours abroad.</summary>
internal static class DemoCustomers
{
    private const int Groups = 6;
    private const int Customers = 60;

    private static readonly string[] Trades =
        ["Dental", "Logistics", "Architects", "Foods", "Solicitors", "Engineering", "Clinics", "Retail", "Insurance", "Printing", "Hotels", "Schools"];

    /// <summary>Makes the customers.</summary>
    /// <param name="seed">Any number; the same number makes the same customers.</param>
    public static ImmutableArray<Customer> Make(int seed)
    {
        var faker = new Faker("en_IE") { Random = new Randomizer(seed) };
        var names = new HashSet<string>(StringComparer.Ordinal);
        var customers = ImmutableArray.CreateBuilder<Customer>(Customers);
        for (var i = 0; i < Customers; i++)
        {
            // The first six head a group; the next eighteen belong to one, some of them below another company of the group.
            var parent = i < Groups || i >= 4 * Groups ? null
                : i < 3 * Groups ? Number(i % Groups)
                : Number(Groups + (i % Groups));
            customers.Add(Make(faker, i, parent, NameOf(faker, i, names)));
        }

        return customers.MoveToImmutable();
    }

    /// <summary>The number of the customer in a place, from zero.</summary>
    private static string Number(int index) => string.Create(CultureInfo.InvariantCulture, $"K-{1001 + index}");

    private static Customer Make(Faker faker, int index, string? parent, string name)
    {
        var (country, tax) = TaxOf(faker, index);
        var town = faker.Address.City();
        var street = faker.Address.StreetAddress();
        return new Customer(Number(index), name, tax)
        {
            Parent = parent,
            Country = country,
            Address = $"{street}\n{town}",
            Email = $"accounts@{Host(name)}.example",
            BuyerReference = index % 7 == 3 ? string.Create(CultureInfo.InvariantCulture, $"PO-{faker.Random.Int(10_000, 99_999)}") : DemoParties.ReferenceOf(index),
            Sites = SitesOf(faker, index, street, town),
        };
    }

    private static (string Country, TaxProfile Tax) TaxOf(Faker faker, int index)
    {
        var digits = faker.Random.Int(1_000_000, 9_999_999).ToString(CultureInfo.InvariantCulture);
        return (index % 20) switch
        {
            7 => ("DE", new TaxProfile("DE", $"DE{digits}42", reverseCharge: true)),
            11 => ("FR", new TaxProfile("FR", $"FR07{digits}11", reverseCharge: true)),
            15 => ("GB", new TaxProfile("GB", exemptionReason: "Outside the scope of Irish VAT: business customer in the United Kingdom.")),
            19 => ("IE", new TaxProfile("IE", exemptionReason: "Exempt body under section 59 of the VAT Consolidation Act.")),
            _ => ("IE", new TaxProfile("IE", $"IE{digits}A")),
        };
    }

    private static ImmutableArray<Site> SitesOf(Faker faker, int index, string street, string town)
    {
        var sites = ImmutableArray.CreateBuilder<Site>();
        sites.Add(new Site("HQ", $"{town} office", street));
        for (var more = index % 5; more > 2; more--)
        {
            var place = faker.Address.City();
            sites.Add(new Site(string.Create(CultureInfo.InvariantCulture, $"S{sites.Count}"), $"{place} branch", faker.Address.StreetAddress()));
        }

        return sites.ToImmutable();
    }

    private static string NameOf(Faker faker, int index, HashSet<string> names)
    {
        while (true)
        {
            var suffix = index < Groups ? "Group" : Trades[index % Trades.Length];
            var name = $"{faker.Name.LastName()} {suffix}{(index < Groups ? " plc" : " Ltd")}";
            if (names.Add(name))
            {
                return name;
            }
        }
    }

    private static string Host(string name)
    {
        var host = new StringBuilder();
        foreach (var letter in name.ToUpperInvariant())
        {
            if (char.IsAsciiLetterUpper(letter))
            {
                host.Append((char)(letter + ('a' - 'A')));
            }
        }

        return host.ToString();
    }
}
