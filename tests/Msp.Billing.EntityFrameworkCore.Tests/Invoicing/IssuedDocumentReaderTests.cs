using System.Collections.Immutable;
using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.EntityFrameworkCore.Invoicing;

namespace Msp.Billing.EntityFrameworkCore.Tests.Invoicing;

public abstract class IssuedDocumentReaderTests
{
    private const string First = "INV-2026-0000001";

    private static readonly SellerDetails FullSeller = new()
    {
        Address = new PostalAddress("1 Main Street", "Berlin", "10115") { AdditionalStreet = "Rear building", Region = "BE" },
        VatNumber = "DE123456789",
        TaxNumber = "30/123/45678",
        Registration = new LegalRegistration("HRB 12345", "0204"),
        LegalNotice = "Registered in Berlin",
        TradingName = "Main Street",
        ElectronicAddress = new ElectronicAddress("9930", "DE123456789"),
        Contact = new ContactPoint("Accounts", "+49 30 1", "accounts@main.example"),
        Accounts = [new BankAccount("DE89370400440532013000", "COBADEFFXXX", "Main Street IT"), new BankAccount("12345678")],
        Branding = new Branding { Color = "#1F5FA8", Logo = [0x89, (byte)'P', (byte)'N', (byte)'G'] },
        Language = "de",
    };

    private static readonly CustomerDetails FullCustomer = new()
    {
        Address = new PostalAddress("2 Harbour", "Hamburg", "20095"),
        Registration = new LegalRegistration("HRB 99"),
        ElectronicAddress = new ElectronicAddress("0088", "4000000000006"),
        Contact = new ContactPoint("Anna Nord"),
        PurchaseOrders = [new PurchaseOrder("PO-1", "C-1", new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31))],
        Language = "fr",
    };

    private readonly Provider _provider;

    private protected IssuedDocumentReaderTests(Provider provider) => _provider = provider;

    [Fact]
    public void A_document_shows_both_parties_as_they_were_when_it_was_posted()
    {
        using var database = new TempDatabase(_provider);
        var parties = new PartyBook(database.Store, database.SellerId);
        Set(database, () => parties.SetSeller(FullSeller, parties.Seller().Version));
        Set(database, () => parties.SetCustomer("K-1", FullCustomer, 1));
        PostedMonth.Post(database);
        Set(database, () => parties.SetCustomer("K-1", CustomerDetails.None, 2));
        Set(database, () => parties.SetSeller(SellerDetails.None, parties.Seller().Version));
        using (var customers = new CustomerWriter(database.Store, database.SellerId))
        using (var transaction = database.Store.Begin())
        {
            customers.Update(new Customer("K-1", "Another name", new TaxProfile("DE")) { Country = "FR" }, 1);
            transaction.Commit();
        }

        using var reader = new IssuedDocumentReader(database.Store, database.SellerId);
        var document = reader.Find(First);
        Assert.NotNull(document);
        Assert.Equal(("Main Street IT", "DE", "Nordwind Logistics", ""), (document.Seller.Name, document.Seller.Country, document.Customer.Name, document.Customer.Country));
        Same(FullSeller, document.Seller.Details);
        Same(FullCustomer, document.Customer.Details);
        Assert.Equal(("PO-1", "fr", 30), (document.PurchaseOrder?.Number, document.Language, document.PaymentDays));
        Assert.Null(document.Explanation);
        Assert.NotNull(reader.Find(First, explained: true)?.Explanation);

        var now = parties.Customer("K-1").GetValueOrDefault();
        Assert.Equal(("Another name", "FR", 4L), (now.Party.Name, now.Party.Country, now.Version));
        Assert.Null(now.Party.Details.Address);
    }

    [Fact]
    public void A_name_that_changes_keeps_the_details_and_the_same_name_again_records_nothing()
    {
        using var database = new TempDatabase(_provider);
        var parties = new PartyBook(database.Store, database.SellerId);
        Set(database, () => parties.SetCustomer("K-1", FullCustomer, 1));
        for (var version = 1; version <= 2; version++)
        {
            using var transaction = database.Store.Begin();
            using var customers = new CustomerWriter(database.Store, database.SellerId);
            customers.Update(new Customer("K-1", "Nordwind Group", new TaxProfile("DE")), version);
            transaction.Commit();
        }

        var (party, last) = parties.Customer("K-1").GetValueOrDefault();
        Assert.Equal(("Nordwind Group", 3L), (party.Name, last));
        Same(FullCustomer, party.Details);
    }

    [Fact]
    public void Details_that_someone_else_changed_are_not_written_over()
    {
        using var database = new TempDatabase(_provider);
        var parties = new PartyBook(database.Store, database.SellerId);
        Set(database, () => parties.SetCustomer("K-1", FullCustomer, 1));

        Assert.Equal(StorageFault.Conflict, Assert.Throws<StorageException>(() => Set(database, () => parties.SetCustomer("K-1", CustomerDetails.None, 1))).Fault);
        Assert.Equal(StorageFault.Conflict, Assert.Throws<StorageException>(() => Set(database, () => parties.SetSeller(FullSeller, 7))).Fault);
        Assert.Equal(StorageFault.Refused, Assert.Throws<StorageException>(() => Set(database, () => parties.SetCustomer("K-9", FullCustomer, 1))).Fault);
        Assert.Null(parties.Customer("K-9"));
    }

    [Fact]
    public void An_adjustment_names_the_document_that_billed_the_period_first()
    {
        using var database = new TempDatabase(_provider);
        PostedMonth.Post(database);
        PostedMonth.Run(database, new DateOnly(2026, 4, 1), PostedMonth.KnownAt.AddDays(31));

        using var reader = new IssuedDocumentReader(database.Store, database.SellerId);
        ImmutableArray<string> april = [.. reader.Find("INV-2026-0000002")?.Corrected.Select(document => document.Number) ?? []];
        Assert.Equal([First], april);
        Assert.Empty(reader.Find(First)?.Corrected ?? default);
        Assert.Equal([First], reader.Issued(new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 31)).Select(document => document.Document.Number));
        Assert.Equal([First, "INV-2026-0000002"], reader.Issued(new DateOnly(2026, 3, 1), new DateOnly(2026, 4, 1)).Select(document => document.Document.Number));
    }

    private static void Set(TempDatabase database, Action write)
    {
        using var transaction = database.Store.Begin();
        write();
        transaction.Commit();
    }

    private static void Same(SellerDetails expected, SellerDetails actual)
    {
        Assert.Equal(
            (expected.Address, expected.VatNumber, expected.TaxNumber, expected.Registration, expected.LegalNotice, expected.TradingName),
            (actual.Address, actual.VatNumber, actual.TaxNumber, actual.Registration, actual.LegalNotice, actual.TradingName));
        Assert.Equal((expected.ElectronicAddress, expected.Contact, expected.Branding.Color, expected.Language), (actual.ElectronicAddress, actual.Contact, actual.Branding.Color, actual.Language));
        Assert.Equal(expected.Accounts, actual.Accounts);
        Assert.Equal(expected.Branding.Logo, actual.Branding.Logo);
    }

    private static void Same(CustomerDetails expected, CustomerDetails actual)
    {
        Assert.Equal(
            (expected.Address, expected.Registration, expected.ElectronicAddress, expected.Contact, expected.Language),
            (actual.Address, actual.Registration, actual.ElectronicAddress, actual.Contact, actual.Language));
        Assert.Equal(expected.PurchaseOrders, actual.PurchaseOrders);
    }
}
