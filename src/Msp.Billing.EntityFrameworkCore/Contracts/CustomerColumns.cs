using System.Collections.Immutable;
using Msp.Billing.Contracts;
using Msp.Billing.Contracts.Json;

namespace Msp.Billing.EntityFrameworkCore.Contracts;

/// <summary>A customer from the columns of a row.</summary>
internal static class CustomerColumns
{
    /// <summary>How many columns there are.</summary>
    internal const int Count = 12;

    /// <summary>The columns, of a customer <c>k</c> and the customer <c>p</c> above it.</summary>
    internal const string Select =
        "k.number, k.name, k.jurisdiction, k.vat_number, k.exemption_reason, k.reverse_charge, p.number, k.country, k.address, k.email, k.buyer_reference, k.sites_json";

    /// <summary>Where the customer above comes from.</summary>
    internal const string JoinParent = "LEFT JOIN customer AS p ON p.seller_id = k.seller_id AND p.customer_id = k.parent_id";

    internal static Customer Read(Statement row, int first) => new(
        row.UniqueText(first), row.UniqueText(first + 1), new TaxProfile(row.Text(first + 2), row.TextOrNull(first + 3), row.TextOrNull(first + 4), row.Boolean(first + 5)))
    {
        Parent = row.TextOrNull(first + 6),
        Country = row.Text(first + 7),
        Address = row.UniqueText(first + 8),
        Email = row.UniqueText(first + 9),
        BuyerReference = row.TextOrNull(first + 10),
        Sites = SitesOf(row.TextOrNull(first + 11)),
    };

    internal static string? Json(ImmutableArray<Site> sites) => sites.IsEmpty ? null : JsonText.Write(json =>
    {
        json.WriteStartArray();
        foreach (var site in sites)
        {
            json.WriteStartObject();
            json.WriteString("code", site.Code);
            json.WriteString("name", site.Name);
            json.WriteUnlessNull("address", site.Address.Length == 0 ? null : site.Address);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static ImmutableArray<Site> SitesOf(string? text) => text is null ? [] :
        [.. JsonText.Read(text).EnumerateArray().Select(site => new Site(site.TextOf("code"), site.TextOf("name"), site.TextOrNull("address") ?? ""))];
}
