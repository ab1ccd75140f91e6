using System.Text;
using System.Text.Json;
using Msp.Billing.Cli.Exporting;
using Msp.Billing.Contracts;

namespace Msp.Billing.Cli.Output;

/// <summary>What a customer's documents say of it.</summary>
/// <param name="Customer">The customer's number.</param>
/// <param name="Name">Its registered name.</param>
/// <param name="Action">changed or unchanged; shown when nothing was to be changed.</param>
/// <param name="Details">The details as the text of a file that <c>msp customer set</c> takes.</param>
internal sealed record CustomerDetailsJson(string Customer, string Name, string Action, string Details)
{
    /// <summary>The same for programs.</summary>
    public static CustomerDetailsJson Of(string number, CustomerParty party, string action) => new(number, party.Name, action, Text(party));

    /// <summary>The details as a file that can be edited and set again.</summary>
    public static string Text(CustomerParty party)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, JsonText.Readable))
        {
            PartyJson.Write(json, party);
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
