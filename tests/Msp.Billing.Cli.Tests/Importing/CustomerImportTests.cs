using Msp.Billing.Cli.Importing;
using Msp.Billing.Contracts;

namespace Msp.Billing.Cli.Tests.Importing;

/// <summary>What is refused in a file of customers, in the words that the user reads.</summary>
public sealed class CustomerImportTests
{
    [Theory]
    [InlineData("number,name,country\n,Acme,US", "line 2, number: is missing; write for example K-1001.")]
    [InlineData("number,name,country\nK-1,Acme,USA", "line 2, country: 'USA' is not a country code; write the two capital letters of ISO 3166, such as DE.")]
    [InlineData("number,name\nK-1,Acme", "line 2, jurisdiction: is missing, and there is no country to stand for it; write the key of the tax table, such as DE or US-CA.")]
    [InlineData("number,name,country,email\nK-1,Acme,US,billing at acme", "line 2, email: 'billing at acme' is not an address; write one, such as billing@example.com.")]
    [InlineData("number,name,country,reverse_charge\nK-1,Acme,DE,true", "line 2, vat_number: is missing; reverse charge needs the customer's VAT number.")]
    [InlineData("number,name,country,vat_number\nK-1,Acme,DE,811907980", "line 2, vat_number: '811907980' does not begin with the two capital letters of its country, such as DE123456789.")]
    [InlineData("number,name,country,vat_number,reverse_charge,exemption_reason\nK-1,Acme,DE,DE811907980,true,charity", "line 2, reverse_charge: is true, but there is an exemption reason; a customer is exempt or accounts for the tax itself, not both.")]
    [InlineData("number,name,country,sites\nK-1,Acme,US,HQ", "line 2, sites: 'HQ' is not a site; write code=name or code=name|address, and part sites with semicolons.")]
    [InlineData("number,name,country,sites\nK-1,Acme,US,HQ=Here;HQ=There", "line 2, sites: the code 'HQ' is there twice.")]
    [InlineData("number,name,country\nK-1,Acme,US\nK-1,Acme again,US", "line 3, number: 'K-1' is there twice, first in line 2.")]
    [InlineData("number,name,country,parent\nK-1,Acme,US,K-1", "line 2, parent: is above itself: K-1 -> K-1. One of them must have no parent.")]
    [InlineData("number,name,country,phone\nK-1,Acme,US,1", "line 1, phone: there is no such column.")]
    public void In_csv(string table, params string[] expected) => Assert.Equal(expected, Imports.Customers("customers.csv", table).Problems);

    [Fact]
    public void A_circle_of_parents_is_shown_once_with_its_path()
    {
        var (_, problems) = Imports.Customers(
            "customers.json",
            """
            [
              {"number": "K-1", "name": "One", "country": "US", "parent": "K-2"},
              {"number": "K-2", "name": "Two", "country": "US", "parent": "K-4"},
              {"number": "K-3", "name": "Three", "country": "US", "parent": "K-2"},
              {"number": "K-4", "name": "Four", "country": "US", "parent": "K-3"},
              {"number": "K-5", "name": "Five", "country": "US", "parent": "K-1"}
            ]
            """);

        Assert.Equal(["customers[1].parent: is above itself: K-2 -> K-4 -> K-3 -> K-2. One of them must have no parent."], problems);
    }

    [Fact]
    public void A_parent_may_follow_its_child_or_be_stored_but_must_be_somewhere()
    {
        var known = new KnownRecords { HasCustomer = number => number is "K-9" or "K-4" };

        var (_, problems) = Imports.Customers(
            "customers.csv",
            "number,name,country,parent\nK-1,One,US,K-2\nK-2,Two,US,K-9\nK-3,Three,US,K-8\nK-4,Four,US,",
            known);

        Assert.Equal(["line 5, number: a customer 'K-4' is stored already.", "line 4, parent: there is no customer 'K-8', in this file or stored."], problems);
    }

    [Fact]
    public void A_chain_of_a_hundred_thousand_parents_is_climbed_in_one_pass()
    {
        var table = "number,name,country,parent\n" + string.Concat(Enumerable.Range(1, 100_000).Select(i => FormattableString.Invariant($"K-{i},N,US,K-{i + 1}\n")));

        var (customers, problems) = Imports.Customers("customers.csv", table + "K-100001,N,US,K-1\n");

        Assert.Equal(100_001, customers.Count);
        var problem = Assert.Single(problems);
        Assert.EndsWith("K-20 -> ... -> K-1. One of them must have no parent.", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void What_documents_need_is_read_from_both_forms()
    {
        var (fromCsv, problems) = Imports.CustomersWithDetails(
            "customers.csv",
            "number,name,country,street,city,postcode,registration,registration_scheme,electronic_address,electronic_scheme,contact_name,language,purchase_orders\n" +
            "K-1,Nordwind,DE,Hafen 7,Hamburg,20457,HRB 9,0204,DE136695976,9930,Anna,de,PO-1;PO-2|C-1|2026-01-01|2026-12-31\n");
        var (fromJson, others) = Imports.CustomersWithDetails(
            "customers.json",
            """
            [{"number": "K-1", "name": "Nordwind", "country": "DE", "street": "Hafen 7", "city": "Hamburg", "postcode": "20457", "registration": "HRB 9", "registration_scheme": "0204",
              "electronic_address": "DE136695976", "electronic_scheme": "9930", "contact_name": "Anna", "language": "de",
              "purchase_orders": [{"number": "PO-1"}, {"number": "PO-2", "contract": "C-1", "from": "2026-01-01", "through": "2026-12-31"}]}]
            """);

        Assert.Empty(problems.Concat(others));
        foreach (var details in new[] { fromCsv[0].Details, fromJson[0].Details })
        {
            Assert.Equal(new PostalAddress("Hafen 7", "Hamburg", "20457"), details.Address);
            Assert.Equal(new LegalRegistration("HRB 9", "0204"), details.Registration);
            Assert.Equal(new ElectronicAddress("9930", "DE136695976"), details.ElectronicAddress);
            Assert.Equal((new ContactPoint("Anna"), "de"), (details.Contact, details.Language));
            Assert.Equal([new PurchaseOrder("PO-1"), new PurchaseOrder("PO-2", "C-1", new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31))], details.PurchaseOrders);
        }
    }

    [Theory]
    [InlineData("street", "Hafen 7", "line 2, city: is missing; an address in parts has a town.")]
    [InlineData("electronic_address", "DE1", "line 2, electronic_scheme: is missing; an electronic address has a scheme and a number, such as 9930 and DE123456789.")]
    [InlineData("registration_scheme", "0106", "line 2, registration: is missing, and there is a scheme for it.")]
    [InlineData("contact_email", "anna", "line 2, contact_email: 'anna' is not a mail address; write one, such as billing@example.com.")]
    [InlineData("language", "German", "line 2, language: 'German' is not a language; write the two small letters of ISO 639, such as de.")]
    [InlineData("purchase_orders", "PO|C|2026-13-01", "line 2, purchase_orders: 'PO|C|2026-13-01' is not an order; write number, or number|contract|first day|last day, and part orders with semicolons.")]
    [InlineData("purchase_orders", "PO|C|2026-02-01|2026-01-01", "line 2, purchase_orders: Purchase order PO ends on 2026-01-01, before it begins on 2026-02-01.")]
    public void A_detail_with_a_slip_is_refused(string field, string value, string expected) =>
        Assert.Equal([expected], Imports.CustomersWithDetails("customers.csv", $"number,name,country,{field}\nK-1,Nordwind,DE,{value}\n").Problems);
}
