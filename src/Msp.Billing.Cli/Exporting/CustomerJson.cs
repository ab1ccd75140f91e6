using System.Text.Json;
using Msp.Billing.Cli.Importing;
using Msp.Billing.Contracts;

namespace Msp.Billing.Cli.Exporting;

/// <summary>Writes customers as the import files have them.</summary>
internal static class CustomerJson
{
    /// <summary>Writes a customer as an object.</summary>
    public static void Write(Utf8JsonWriter json, ImportedCustomer imported)
    {
        var customer = imported.Customer;
        json.WriteStartObject();
        json.WriteString("number", customer.Number);
        json.WriteString("name", customer.Name);
        json.WriteUnlessEmpty("parent", customer.Parent);
        json.WriteUnlessEmpty("country", customer.Country);
        json.WriteUnlessEmpty("address", customer.Address);
        json.WriteUnlessEmpty("email", customer.Email);
        json.WriteString("jurisdiction", customer.Tax.Jurisdiction);
        json.WriteUnlessEmpty("vat_number", customer.Tax.VatNumber);
        json.WriteUnlessEmpty("exemption_reason", customer.Tax.ExemptionReason);
        if (customer.Tax.ReverseCharge)
        {
            json.WriteBoolean("reverse_charge", true);
        }

        json.WriteUnlessEmpty("buyer_reference", customer.BuyerReference);
        json.WriteListUnlessEmpty("sites", customer.Sites, WriteSite);
        PartyJson.Write(json, imported.Details);
        json.WriteEndObject();
    }

    private static void WriteSite(Utf8JsonWriter json, Site site)
    {
        json.WriteStartObject();
        json.WriteString("code", site.Code);
        json.WriteString("name", site.Name);
        json.WriteUnlessEmpty("address", site.Address);
        json.WriteEndObject();
    }
}
