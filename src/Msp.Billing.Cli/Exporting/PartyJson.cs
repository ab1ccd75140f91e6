using System.Text.Json;
using Msp.Billing.Contracts;

namespace Msp.Billing.Cli.Exporting;

/// <summary>Writes what documents need of a party as the files have it.</summary>
internal static class PartyJson
{
    /// <summary>Writes a customer's details into its object.</summary>
    public static void Write(Utf8JsonWriter json, CustomerDetails details)
    {
        Write(json, details.Address, details.Registration, details.ElectronicAddress, details.Contact, details.Language);
        json.WriteListUnlessEmpty("purchase_orders", details.PurchaseOrders, WriteOrder);
    }

    /// <summary>Writes what <c>msp customer set</c> takes, as an object.</summary>
    public static void Write(Utf8JsonWriter json, CustomerParty party)
    {
        json.WriteStartObject();
        json.WriteUnlessEmpty("country", party.Country);
        json.WriteUnlessEmpty("buyer_reference", party.BuyerReference);
        Write(json, party.Details);
        json.WriteEndObject();
    }

    /// <summary>Writes a seller's details as an object.</summary>
    public static void Write(Utf8JsonWriter json, SellerDetails details)
    {
        json.WriteStartObject();
        json.WriteUnlessEmpty("vat_number", details.VatNumber);
        json.WriteUnlessEmpty("tax_number", details.TaxNumber);
        json.WriteUnlessEmpty("legal_notice", details.LegalNotice);
        json.WriteUnlessEmpty("trading_name", details.TradingName);
        json.WriteUnlessEmpty("exemption_reason", details.ExemptionReason);
        Write(json, details.Address, details.Registration, details.ElectronicAddress, details.Contact, details.Language);
        json.WriteListUnlessEmpty("accounts", details.Accounts, WriteAccount);
        json.WriteUnlessEmpty("color", details.Branding.Color);
        if (!details.Branding.Logo.IsEmpty)
        {
            json.WriteBase64String("logo", details.Branding.Logo.AsSpan());
        }

        json.WriteEndObject();
    }

    private static void Write(
        Utf8JsonWriter json, PostalAddress? address, LegalRegistration? registration, ElectronicAddress? electronic, ContactPoint? contact, string? language)
    {
        json.WriteUnlessEmpty("street", address?.Street);
        json.WriteUnlessEmpty("additional_street", address?.AdditionalStreet);
        json.WriteUnlessEmpty("city", address?.City);
        json.WriteUnlessEmpty("postcode", address?.PostCode);
        json.WriteUnlessEmpty("region", address?.Region);
        json.WriteUnlessEmpty("registration", registration?.Id);
        json.WriteUnlessEmpty("registration_scheme", registration?.Scheme);
        json.WriteUnlessEmpty("electronic_address", electronic?.Id);
        json.WriteUnlessEmpty("electronic_scheme", electronic?.Scheme);
        json.WriteUnlessEmpty("contact_name", contact?.Name);
        json.WriteUnlessEmpty("contact_phone", contact?.Phone);
        json.WriteUnlessEmpty("contact_email", contact?.Email);
        json.WriteUnlessEmpty("language", language);
    }

    private static void WriteOrder(Utf8JsonWriter json, PurchaseOrder order)
    {
        json.WriteStartObject();
        json.WriteString("number", order.Number);
        json.WriteUnlessEmpty("contract", order.Contract);
        json.WriteIfAny("from", order.From);
        json.WriteIfAny("through", order.Through);
        json.WriteEndObject();
    }

    private static void WriteAccount(Utf8JsonWriter json, BankAccount account)
    {
        json.WriteStartObject();
        json.WriteString("number", account.Number);
        json.WriteUnlessEmpty("bank", account.Bank);
        json.WriteUnlessEmpty("holder", account.Holder);
        json.WriteEndObject();
    }
}
