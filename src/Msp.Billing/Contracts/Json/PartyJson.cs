using System.Collections.Immutable;
using System.Text.Json;

namespace Msp.Billing.Contracts.Json;

/// <summary>The parties of documents as one column. What is unknown is left out, so equal parties have equal bytes.</summary>
internal static class PartyJson
{
    internal static string Write(SellerParty party) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("name", party.Name);
        json.WriteString("country", party.Country);
        WriteDetails(json, party.Details);
        json.WriteEndObject();
    });

    internal static string Write(CustomerParty party) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("name", party.Name);
        json.WriteString("country", party.Country);
        json.WriteUnlessNull("address", Known(party.Address));
        json.WriteUnlessNull("email", Known(party.Email));
        json.WriteString("jurisdiction", party.Tax.Jurisdiction);
        json.WriteUnlessNull("vatNumber", party.Tax.VatNumber);
        json.WriteUnlessNull("exemptionReason", party.Tax.ExemptionReason);
        json.WriteUnlessZero("reverseCharge", party.Tax.ReverseCharge ? 1 : 0);
        json.WriteUnlessNull("buyerReference", party.BuyerReference);
        WriteDetails(json, party.Details);
        json.WriteEndObject();
    });

    internal static SellerParty ReadSeller(string text)
    {
        var json = JsonText.Read(text);
        return new SellerParty(
            json.TextOf("name"),
            json.TextOf("country"),
            new SellerDetails
            {
                Address = AddressOf(json),
                VatNumber = json.TextOrNull("vatNumber"),
                TaxNumber = json.TextOrNull("taxNumber"),
                Registration = RegistrationOf(json),
                LegalNotice = json.TextOrNull("legalNotice"),
                TradingName = json.TextOrNull("tradingName"),
                ExemptionReason = json.TextOrNull("exemptionReason"),
                ElectronicAddress = ElectronicAddressOf(json),
                Contact = ContactOf(json),
                Accounts = ListOf(json, "accounts", account => new BankAccount(account.TextOf("number"), account.TextOrNull("bank"), account.TextOrNull("holder"))),
                Branding = BrandingOf(json),
                Language = json.TextOrNull("language"),
            });
    }

    internal static CustomerParty ReadCustomer(string text)
    {
        var json = JsonText.Read(text);
        return new CustomerParty(
            json.TextOf("name"),
            new TaxProfile(json.TextOf("jurisdiction"), json.TextOrNull("vatNumber"), json.TextOrNull("exemptionReason"), json.DecimalOf("reverseCharge") != 0),
            new CustomerDetails
            {
                Address = AddressOf(json),
                Registration = RegistrationOf(json),
                ElectronicAddress = ElectronicAddressOf(json),
                Contact = ContactOf(json),
                PurchaseOrders = ListOf(
                    json, "purchaseOrders", order => new PurchaseOrder(order.TextOf("number"), order.TextOrNull("contract"), order.DayOrNull("from"), order.DayOrNull("through"))),
                Language = json.TextOrNull("language"),
            })
        {
            Country = json.TextOf("country"),
            Address = json.TextOrNull("address") ?? "",
            Email = json.TextOrNull("email") ?? "",
            BuyerReference = json.TextOrNull("buyerReference"),
        };
    }

    private static void WriteDetails(Utf8JsonWriter json, SellerDetails details)
    {
        WriteAddress(json, details.Address);
        json.WriteUnlessNull("vatNumber", details.VatNumber);
        json.WriteUnlessNull("taxNumber", details.TaxNumber);
        WriteRegistration(json, details.Registration);
        json.WriteUnlessNull("legalNotice", details.LegalNotice);
        json.WriteUnlessNull("tradingName", details.TradingName);
        json.WriteUnlessNull("exemptionReason", details.ExemptionReason);
        WriteElectronicAddress(json, details.ElectronicAddress);
        WriteContact(json, details.Contact);
        WriteList(json, "accounts", details.Accounts, account =>
        {
            json.WriteString("number", account.Number);
            json.WriteUnlessNull("bank", account.Bank);
            json.WriteUnlessNull("holder", account.Holder);
        });
        json.WriteUnlessNull("color", details.Branding.Color);
        if (!details.Branding.Logo.IsEmpty)
        {
            json.WriteBase64String("logo", details.Branding.Logo.AsSpan());
        }

        json.WriteUnlessNull("language", details.Language);
    }

    private static void WriteDetails(Utf8JsonWriter json, CustomerDetails details)
    {
        WriteAddress(json, details.Address);
        WriteRegistration(json, details.Registration);
        WriteElectronicAddress(json, details.ElectronicAddress);
        WriteContact(json, details.Contact);
        WriteList(json, "purchaseOrders", details.PurchaseOrders, order =>
        {
            json.WriteString("number", order.Number);
            json.WriteUnlessNull("contract", order.Contract);
            json.WriteUnlessNull("from", order.From);
            json.WriteUnlessNull("through", order.Through);
        });
        json.WriteUnlessNull("language", details.Language);
    }

    private static void WriteAddress(Utf8JsonWriter json, PostalAddress? address)
    {
        if (address is not null)
        {
            json.WriteStartObject("postal");
            json.WriteUnlessNull("street", address.Street);
            json.WriteUnlessNull("additional", address.AdditionalStreet);
            json.WriteString("city", address.City);
            json.WriteUnlessNull("postCode", address.PostCode);
            json.WriteUnlessNull("region", address.Region);
            json.WriteEndObject();
        }
    }

    private static PostalAddress? AddressOf(JsonElement json) => !json.TryGetProperty("postal", out var postal) ? null :
        new PostalAddress(postal.TextOrNull("street"), postal.TextOf("city"), postal.TextOrNull("postCode"))
        {
            AdditionalStreet = postal.TextOrNull("additional"),
            Region = postal.TextOrNull("region"),
        };

    private static void WriteRegistration(Utf8JsonWriter json, LegalRegistration? registration)
    {
        json.WriteUnlessNull("registration", registration?.Id);
        json.WriteUnlessNull("registrationScheme", registration?.Scheme);
    }

    private static LegalRegistration? RegistrationOf(JsonElement json) =>
        json.TextOrNull("registration") is { } id ? new LegalRegistration(id, json.TextOrNull("registrationScheme")) : null;

    private static void WriteElectronicAddress(Utf8JsonWriter json, ElectronicAddress? address)
    {
        json.WriteUnlessNull("endpoint", address?.Id);
        json.WriteUnlessNull("endpointScheme", address?.Scheme);
    }

    private static ElectronicAddress? ElectronicAddressOf(JsonElement json) =>
        json.TextOrNull("endpoint") is { } id ? new ElectronicAddress(json.TextOf("endpointScheme"), id) : null;

    private static void WriteContact(Utf8JsonWriter json, ContactPoint? contact)
    {
        json.WriteUnlessNull("contactName", contact?.Name);
        json.WriteUnlessNull("contactPhone", contact?.Phone);
        json.WriteUnlessNull("contactEmail", contact?.Email);
    }

    private static ContactPoint? ContactOf(JsonElement json)
    {
        var (name, phone, email) = (json.TextOrNull("contactName"), json.TextOrNull("contactPhone"), json.TextOrNull("contactEmail"));
        return name is null && phone is null && email is null ? null : new ContactPoint(name, phone, email);
    }

    private static Branding BrandingOf(JsonElement json) => new()
    {
        Color = json.TextOrNull("color"),
        Logo = json.TryGetProperty("logo", out var logo) ? [.. logo.GetBytesFromBase64()] : [],
    };

    private static void WriteList<T>(Utf8JsonWriter json, string name, ImmutableArray<T> items, Action<T> write)
    {
        if (items.IsEmpty)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static ImmutableArray<T> ListOf<T>(JsonElement json, string name, Func<JsonElement, T> read) =>
        json.TryGetProperty(name, out var items) ? [.. items.EnumerateArray().Select(read)] : [];

    private static string? Known(string text) => text.Length == 0 ? null : text;
}
