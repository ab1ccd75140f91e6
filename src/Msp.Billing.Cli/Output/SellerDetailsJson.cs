using System.Text;
using System.Text.Json;
using Msp.Billing.Cli.Exporting;
using Msp.Billing.Contracts;

namespace Msp.Billing.Cli.Output;

/// <summary>What a seller's documents say of it.</summary>
/// <param name="Seller">The seller's code.</param>
/// <param name="Name">Its registered name.</param>
/// <param name="Country">Its country.</param>
/// <param name="Action">changed or unchanged; shown when nothing was to be changed.</param>
/// <param name="Details">The details as the text of a file that <c>msp seller set</c> takes.</param>
internal sealed record SellerDetailsJson(string Seller, string Name, string Country, string Action, string Details)
{
    /// <summary>The same for programs.</summary>
    public static SellerDetailsJson Of(string code, SellerParty party, string action) => new(code, party.Name, party.Country, action, Text(party.Details));

    /// <summary>The details as a file that can be edited and set again.</summary>
    public static string Text(SellerDetails details)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, JsonText.Readable))
        {
            PartyJson.Write(json, details);
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
