using System.Collections.Immutable;
using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Contracts;
using Msp.Billing.Invoicing;
using Msp.Billing.Periods;

namespace Msp.Billing.Documents.Tests.EInvoicing;

/// <summary>Parties and documents that are right; tests spoil one thing at a time.</summary>
internal static class Sample
{
    public static SellerDetails SellerDetails { get; } = SellerDetailsWith(null);

    public static SellerParty Seller { get; } = new("Northwind Managed IT Ltd", "IE", SellerDetails);

    /// <summary>The same, with a reason for services that are exempt by themselves.</summary>
    public static SellerDetails SellerDetailsWith(string? exemptionReason) => new()
    {
        Address = new PostalAddress("12 Harbour Row", "Dublin", "D02 X285"),
        VatNumber = "IE6388047V",
        Registration = new LegalRegistration("368047"),
        LegalNotice = "Registered in Ireland. Directors: A. Byrne, C. Daly",
        TradingName = "Northwind",
        ElectronicAddress = new ElectronicAddress("9935", "IE6388047V"),
        Contact = new ContactPoint("Accounts", "+353 1 555 0100", "accounts@northwind.example"),
        Accounts = [new BankAccount("IE29AIBK93115212345678", "AIBKIE2D")],
        ExemptionReason = exemptionReason,
    };

    public static CustomerDetails BuyerDetails { get; } = new()
    {
        Address = new PostalAddress("Hafenstraße 7", "Hamburg", "20457"),
        Registration = new LegalRegistration("HRB 99 & Söhne"),
        ElectronicAddress = new ElectronicAddress("0088", "4000000000006"),
        Contact = new ContactPoint("Anna Nord", email: "anna@nordwind.example"),
        PurchaseOrders = [new PurchaseOrder("PO-4711", "C-1")],
    };

    public static CustomerParty Buyer { get; } = BuyerWith(BuyerDetails);

    public static CustomerParty BuyerWith(CustomerDetails details, string? reference = "ref <4711>", string? exempt = "Exempt body") =>
        new("Nordwind Logistik & Söhne GmbH", new TaxProfile("DE", "DE136695976", exempt), details) { Country = "DE", BuyerReference = reference };

    /// <summary>One line: an amount in minor units at a quantity, price, share and tax.</summary>
    public static PostedLine Line(
        int number, decimal quantity, decimal? price, long net, Share? share = null, TaxCategory category = TaxCategory.Standard, decimal rate = 23m, string unit = "user", int round = 0) => new()
        {
            Number = number,
            LineId = number,
            Charge = "managed-user",
            Description = $"Managed user {number}",
            Kind = round > 0 ? InvoiceLineKind.Adjustment : InvoiceLineKind.Recurring,
            Cause = round > 0 ? AdjustmentCause.Quantity : null,
            Natural = March,
            Days = March,
            Unit = unit,
            Quantity = quantity,
            UnitPrice = price,
            Share = share ?? Share.One,
            MinorUnits = net,
            NetMinorUnits = net,
            TaxCategory = category,
            TaxRate = new Percentage(rate),
            TaxPoint = March.Start,
            Round = round,
            Piece = 0,
            LedgerAccount = "4000",
        };

    public static ServicePeriod March { get; } = new(new DateOnly(2026, 3, 1), new DateOnly(2026, 4, 1));

    /// <summary>A document of lines, its tax computed by category and rate.</summary>
    public static IssuedDocument Document(params ReadOnlySpan<PostedLine> lines) => Document(Currency.Eur, lines);

    public static IssuedDocument Document(Currency currency, params ReadOnlySpan<PostedLine> lines)
    {
        ImmutableArray<PostedLine> all = [.. lines];
        ImmutableArray<TaxSubtotal> taxes =
        [
            .. all.GroupBy(line => (line.TaxCategory, line.TaxRate)).Select(group => group.Sum(line => line.NetMinorUnits) is var sum
                ? new TaxSubtotal(group.Key.TaxCategory, group.Key.TaxRate, sum, Rounding.ToMinorUnits(sum * group.Key.TaxRate.Value, 100, 0, RoundingMode.HalfAwayFromZero))
                : default),
        ];
        var (net, tax) = (all.Sum(line => line.NetMinorUnits), taxes.Sum(one => one.TaxMinorUnits));
        var kind = net + tax < 0 ? DocumentKind.CreditNote : DocumentKind.Invoice;
        var issued = new DateOnly(2026, 3, 1);
        return With(
            new PostedDocument
            {
                Seller = "northwind",
                Series = DocumentSeries.For(kind, issued),
                Sequence = 7,
                Kind = kind,
                Contract = "C-1",
                Customer = "K-1",
                IssueDay = issued,
                DueDay = issued.AddDays(30),
                Period = March,
                Currency = currency,
                Lines = all,
                Taxes = taxes,
                SubtotalMinorUnits = net,
                TaxMinorUnits = tax,
                KnownAt = DateTimeOffset.UnixEpoch,
                PreviousHash = CanonicalDocument.NoPredecessor,
            });
    }

    public static IssuedDocument With(PostedDocument document, SellerParty? seller = null, CustomerParty? customer = null) => new()
    {
        Document = document,
        Seller = seller ?? Seller,
        Customer = customer ?? Buyer,
        Corrected = document.Lines.Any(line => line.Round > 0) || document.Kind == DocumentKind.CreditNote ? [new DocumentReference("INV-2026-0000001", new DateOnly(2026, 2, 1))] : [],
    };
}
