using System.Globalization;
using Msp.Billing.Contracts;

namespace Msp.Billing.Cli.Demo;

/// <summary>What documents of the demo company say of it and of its customers: nothing that exists, and everything in its right form.</summary>
internal static class DemoParties
{
    private static readonly string[] Districts = ["D01", "D02", "D04", "T12", "V94", "H91", "A96", "K78"];

    /// <summary>The seller's details.</summary>
    public static SellerDetails Seller { get; } = new()
    {
        Address = new PostalAddress("12 Harbour Row", "Dublin", "D02 XY45") { AdditionalStreet = "Second floor" },
        VatNumber = "IE6388047V",
        Registration = new LegalRegistration("638804"),
        LegalNotice = "Registered in Ireland no. 638804. Directors: Aoife Murphy, Declan Kelly.",
        TradingName = "Northwind Managed IT",
        ElectronicAddress = new ElectronicAddress("9935", "IE6388047V"),
        Contact = new ContactPoint("Accounts receivable", "+353 1 555 0142", "accounts@northwind.example"),
        Accounts = [new BankAccount("IE29AIBK93115212345678", "AIBKIE2D")],
        Branding = new Branding { Color = "#1F5FA8" },
    };

    /// <summary>A customer's details.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="index">Its place among the customers, from zero.</param>
    public static CustomerDetails Of(Customer customer, int index)
    {
        var (street, city) = customer.Address.Split('\n') is [var first, var second, ..] ? (first, second) : (customer.Address, "Dublin");
        return new CustomerDetails
        {
            Address = new PostalAddress(street, city, PostCodeOf(customer.Country, index)),
            Registration = new LegalRegistration(string.Create(CultureInfo.InvariantCulture, $"{500_000 + (index * 37)}")),
            ElectronicAddress = ElectronicAddressOf(customer, index),
            Contact = new ContactPoint("Accounts payable", email: customer.Email),
            PurchaseOrders = index % 5 == 1
                ? [new PurchaseOrder(string.Create(CultureInfo.InvariantCulture, $"4500{index:D4}"), null, new DateOnly(2025, 1, 1), new DateOnly(2026, 12, 31))]
                : [],
            Language = customer.Country switch { "DE" => "de", "FR" => "fr", _ => null },
        };
    }

    /// <summary>What the buyer wants on its invoices, where its seed gave none: the demo's documents are all fit to be sent.</summary>
    public static string ReferenceOf(int index) => string.Create(CultureInfo.InvariantCulture, $"IT-{2_000 + index}");

    private static string PostCodeOf(string country, int index) => country switch
    {
        "DE" => string.Create(CultureInfo.InvariantCulture, $"{20_000 + (index * 7)}"),
        "FR" => string.Create(CultureInfo.InvariantCulture, $"{75_001 + (index % 20)}"),
        "GB" => string.Create(CultureInfo.InvariantCulture, $"BT{1 + (index % 9)} 4AB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Districts[index % Districts.Length]} X{100 + index}"),
    };

    private static ElectronicAddress ElectronicAddressOf(Customer customer, int index) => (customer.Country, customer.Tax.VatNumber) switch
    {
        ("IE", { } vat) => new ElectronicAddress("9935", vat),
        ("DE", { } vat) => new ElectronicAddress("9930", vat),
        ("FR", { } vat) => new ElectronicAddress("9957", vat),
        _ => new ElectronicAddress("0088", Gln(index)),
    };

    // Thirteen digits, the last of which fits the others: weights 1 and 3 in turn.
    private static string Gln(int index)
    {
        var digits = string.Create(CultureInfo.InvariantCulture, $"539{index:D9}");
        var sum = digits.Select((digit, place) => (digit - '0') * (place % 2 == 0 ? 1 : 3)).Sum();
        return string.Create(CultureInfo.InvariantCulture, $"{digits}{(10 - (sum % 10)) % 10}");
    }
}
