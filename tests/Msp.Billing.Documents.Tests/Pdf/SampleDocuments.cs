using System.Collections.Immutable;
using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Contracts;
using Msp.Billing.Invoicing;
using Msp.Billing.Periods;

namespace Msp.Billing.Documents.Tests.Pdf;

/// <summary>Documents to print, put together by hand.</summary>
internal static class SampleDocuments
{
    public static ServicePeriod April { get; } = new(new DateOnly(2026, 4, 1), new DateOnly(2026, 5, 1));

    public static SellerParty Seller(string country = "DE", Branding? branding = null) => new("Nordlicht Systemhaus GmbH", country, new SellerDetails
    {
        Address = new PostalAddress("Speicherstraße 12", "Hamburg", "20457"),
        VatNumber = "DE123456789",
        Registration = new LegalRegistration("HRB 98765"),
        LegalNotice = "Amtsgericht Hamburg · Geschäftsführung: Inga Petersen",
        Contact = new ContactPoint("Buchhaltung", "+49 40 123456-0", "rechnung@nordlicht.example"),
        Accounts = [new BankAccount("DE89 3704 0044 0532 0130 00", "COBADEFFXXX")],
        Branding = branding ?? new Branding(),
    });

    public static CustomerParty Customer(string name = "Hafenkontor Vermögensverwaltung AG", string? exemption = null, bool reverseCharge = false) =>
        new(name, new TaxProfile("DE", "DE987654321", exemption, reverseCharge), new CustomerDetails
        {
            Address = new PostalAddress("Am Sandtorkai 40", "Hamburg", "20457"),
            PurchaseOrders = [new PurchaseOrder("PO-4711")],
        })
        {
            Country = "DE",
            BuyerReference = "Kostenstelle 300",
        };

    public static PostedLine Line(
        int number, string description, decimal quantity, decimal? price, long minorUnits, decimal rate = 19, string unit = "user", Share? share = null,
        TaxCategory category = TaxCategory.Standard, ServicePeriod? days = null, InvoiceLineKind kind = InvoiceLineKind.Recurring, AdjustmentCause? cause = null) => new()
        {
            Number = number,
            LineId = number,
            Charge = "charge",
            Description = description,
            Kind = kind,
            Cause = cause,
            Natural = days ?? April,
            Days = days ?? April,
            Unit = unit,
            Quantity = quantity,
            UnitPrice = price,
            Share = share ?? Share.One,
            MinorUnits = minorUnits,
            NetMinorUnits = minorUnits,
            TaxCategory = category,
            TaxRate = new Percentage(rate),
            TaxPoint = new DateOnly(2026, 4, 30),
            Round = 0,
            Piece = 0,
            LedgerAccount = "",
        };

    public static PostedDocument Posted(ImmutableArray<PostedLine> lines, ImmutableArray<TaxSubtotal> taxes, Currency? currency = null, DocumentKind kind = DocumentKind.Invoice) => new()
    {
        Seller = "main",
        Series = DocumentSeries.For(kind, April.Start),
        Sequence = 42,
        Kind = kind,
        Contract = "C-1001",
        Customer = "K-1",
        IssueDay = April.Start,
        DueDay = April.Start.AddDays(14),
        Period = April,
        Currency = currency ?? Currency.Eur,
        Lines = lines,
        Taxes = taxes,
        SubtotalMinorUnits = lines.Sum(line => line.NetMinorUnits),
        TaxMinorUnits = taxes.Sum(tax => tax.TaxMinorUnits),
        KnownAt = new DateTimeOffset(2026, 4, 1, 6, 0, 0, TimeSpan.Zero),
        PreviousHash = CanonicalDocument.NoPredecessor,
    };

    // 45 × 150.00 = 6,750.00; 3 × 150.00 × 15/31 = 217.741… = 217.74; 2 × 150.00 × 8/31 = 77.419… = 77.42; net 6,890.32; 19 % = 1,309.1608 = 1,309.16.
    public static IssuedDocument Ordinary(SellerParty? seller = null, CustomerParty? customer = null) => new()
    {
        Document = Posted(
            [
                Line(1, "Managed workplace Standard", 45, 150m, 675000),
                Line(2, "Managed workplace Standard: +3 users, 17–31 March 2026", 3, 150m, 21774, share: new Share(15, 31), days: March(17, 31), kind: InvoiceLineKind.Adjustment, cause: AdjustmentCause.Quantity),
                Line(3, "Managed workplace Standard: −2 users, 24–31 March 2026", -2, 150m, -7742, share: new Share(8, 31), days: March(24, 31), kind: InvoiceLineKind.Adjustment, cause: AdjustmentCause.Quantity),
            ],
            [new TaxSubtotal(TaxCategory.Standard, new Percentage(19), 689032, 130916)]),
        Seller = seller ?? Seller(),
        Customer = customer ?? Customer(),
    };

    public static IssuedDocument WithLines(int count) => new()
    {
        Document = Posted(
            [.. Enumerable.Range(1, count).Select(number => Line(number, $"Service {number} of a long list" + (number % 7 == 0 ? ", with a name that needs two lines, since it says what is included and what is not" : ""), number, 12.5m, number * 1250L))],
            [new TaxSubtotal(TaxCategory.Standard, new Percentage(19), count * (count + 1L) / 2 * 1250, count * (count + 1L) / 2 * 1250 * 19 / 100)]),
        Seller = Seller(),
        Customer = Customer(),
    };

    private static ServicePeriod March(int first, int last) => new(new DateOnly(2026, 3, first), new DateOnly(2026, 3, last).AddDays(1));
}
