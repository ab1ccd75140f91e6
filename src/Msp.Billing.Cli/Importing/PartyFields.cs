using System.Collections.Immutable;
using Msp.Billing.Cli.Parsing;
using Msp.Billing.Contracts;

namespace Msp.Billing.Cli.Importing;

/// <summary>What documents need of a party, field by field. Sellers and customers have the same names for the same things.</summary>
internal static class PartyFields
{
    /// <summary>The fields that both kinds of party have.</summary>
    public static readonly string[] Common =
    [
        "street", "additional_street", "city", "postcode", "region", "registration", "registration_scheme", "electronic_address", "electronic_scheme", "contact_name", "contact_phone",
        "contact_email", "language",
    ];

    /// <summary>The fields of an order in a list of objects.</summary>
    public static readonly string[] Order = ["number", "contract", "from", "through"];

    /// <summary>The postal address; null when no part of it is there.</summary>
    public static PostalAddress? Address(SourceRecord record)
    {
        var (street, more, city, postCode, region) = (record.Text("street"), record.Text("additional_street"), record.Text("city"), record.Text("postcode"), record.Text("region"));
        if (city is null)
        {
            if (street is not null || more is not null || postCode is not null || region is not null)
            {
                record.Refuse("city", "is missing; an address in parts has a town.");
            }

            return null;
        }

        return Made(record, "city", () => new PostalAddress(street, city, postCode) { AdditionalStreet = more, Region = region });
    }

    /// <summary>The number in a register; null when it is not there.</summary>
    public static LegalRegistration? Registration(SourceRecord record)
    {
        var (id, scheme) = (record.Text("registration"), record.Text("registration_scheme"));
        if (id is null && scheme is not null)
        {
            record.Refuse("registration", "is missing, and there is a scheme for it.");
        }

        return id is null ? null : Made(record, "registration_scheme", () => new LegalRegistration(id, scheme));
    }

    /// <summary>The electronic address; null when it is not there.</summary>
    public static ElectronicAddress? ElectronicAddress(SourceRecord record)
    {
        var (id, scheme) = (record.Text("electronic_address"), record.Text("electronic_scheme"));
        if (id is null != scheme is null)
        {
            record.Refuse(id is null ? "electronic_address" : "electronic_scheme", "is missing; an electronic address has a scheme and a number, such as 9930 and DE123456789.");
        }

        return id is null || scheme is null ? null : Made(record, "electronic_scheme", () => new ElectronicAddress(scheme, id));
    }

    /// <summary>The contact; null when it is not there.</summary>
    public static ContactPoint? Contact(SourceRecord record)
    {
        var (name, phone, email) = (record.Text("contact_name"), record.Text("contact_phone"), record.Text("contact_email"));
        return name is null && phone is null && email is null ? null : Made(record, "contact_email", () => new ContactPoint(name, phone, email));
    }

    /// <summary>The language; null when it is not there.</summary>
    public static string? Language(SourceRecord record) =>
        record.Text("language") is { } language ? Made(record, "language", () => new CustomerDetails { Language = language })?.Language : null;

    /// <summary>Orders as one text: <c>PO-1;PO-2|C-1|2026-01-01|2026-12-31</c>.</summary>
    public static ImmutableArray<PurchaseOrder> Orders(CsvRow row)
    {
        var orders = ImmutableArray.CreateBuilder<PurchaseOrder>();
        foreach (var part in (row.Text("purchase_orders", SourceRecord.TextLength) ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var fields = part.Split('|', StringSplitOptions.TrimEntries);
            if (fields.Length > 4 || !IsDay(fields.ElementAtOrDefault(2), out var from) || !IsDay(fields.ElementAtOrDefault(3), out var through))
            {
                row.Refuse("purchase_orders", $"'{SourceRecord.Shortened(part)}' is not an order; write number, or number|contract|first day|last day, and part orders with semicolons.");
                return [];
            }

            if (Made(row, "purchase_orders", () => new PurchaseOrder(fields[0], fields.ElementAtOrDefault(1), from, through)) is { } order)
            {
                orders.Add(order);
            }
        }

        return orders.ToImmutable();
    }

    /// <summary>Orders as a list of objects.</summary>
    public static ImmutableArray<PurchaseOrder> Orders(JsonRecord record)
    {
        var orders = ImmutableArray.CreateBuilder<PurchaseOrder>();
        foreach (var item in record.Objects("purchase_orders", Order))
        {
            var (number, contract, from, through) = (item.RequiredText("number", "PO-4711"), item.Text("contract"), item.Day("from"), item.Day("through"));
            if (number.Length > 0 && Made(item, "through", () => new PurchaseOrder(number, contract, from, through)) is { } order)
            {
                orders.Add(order);
            }
        }

        return orders.ToImmutable();
    }

    /// <summary>What a constructor of the core makes of fields; null when it refuses them, which is reported in its words.</summary>
    public static T? Made<T>(SourceRecord record, string field, Func<T> make)
        where T : class
    {
        try
        {
            return make();
        }
        catch (ArgumentException exception)
        {
            record.Refuse(field, DomainRefusal.Sentence(exception));
            return null;
        }
    }

    private static bool IsDay(string? text, out DateOnly? day)
    {
        day = null;
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        var isDay = DayText.Read(text, out var read) is null;
        day = read;
        return isDay;
    }
}
