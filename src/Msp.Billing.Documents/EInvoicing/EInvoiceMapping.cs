using System.Collections.Immutable;
using System.Globalization;
using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Contracts;
using Msp.Billing.Invoicing;

namespace Msp.Billing.Documents.EInvoicing;

/// <summary>The one place where a posted document is put into the terms of EN 16931.</summary>
internal static class EInvoiceMapping
{
    internal const string OtherTransfer = "30";
    internal const string SepaTransfer = "58";

    private static readonly Currency Euro = Currency.FromCode("EUR");

    /// <summary>Why a document cannot be an electronic invoice; null when it can.</summary>
    internal static string? Refusal(PostedDocument document)
    {
        if (document.Lines.Any(line => line.TaxCategory == TaxCategory.SalesTax))
        {
            return $"{document.Number} is taxed with US sales tax, which EN 16931 does not know: it knows VAT only. Send the PDF, and export the document to the bookkeeping.";
        }

        return document.Currency.Decimals > 2
            ? $"{document.Number} is in {document.Currency.Code}, which has {document.Currency.Decimals} decimals; EN 16931 writes amounts with two at most (BR-DEC-12)."
            : null;
    }

    internal static EInvoice Of(IssuedDocument issued)
    {
        var document = issued.Document;
        if (Refusal(document) is { } refusal)
        {
            throw new EInvoiceRefusedException(refusal);
        }

        var signs = document.Kind == DocumentKind.CreditNote ? -1 : 1;
        var isOutsideScope = document.Taxes.All(tax => tax.Category == TaxCategory.OutsideScope);
        return new EInvoice
        {
            Number = document.Number,
            IssueDay = document.IssueDay,
            DueDay = document.DueDay,
            IsCreditNote = document.Kind == DocumentKind.CreditNote,
            Currency = document.Currency,
            BuyerReference = issued.Customer.BuyerReference,
            Contract = document.Contract,
            Order = issued.PurchaseOrder?.Number,
            PaymentTerms = TermsOf(issued),
            Preceding = issued.Corrected,
            From = document.Period.Start,
            Through = document.Period.IsEmpty ? document.Period.Start : document.Period.LastDay,
            Seller = SellerOf(issued.Seller, isOutsideScope),
            Buyer = BuyerOf(issued.Customer, isOutsideScope),
            Payment = PaymentOf(issued),
            Taxes = TaxesOf(issued, signs),
            Lines = [.. document.Lines.Select(line => LineOf(line, document, signs))],
            NetTotal = Amount(signs * document.SubtotalMinorUnits, document),
            TaxTotal = Amount(signs * document.TaxMinorUnits, document),
            GrossTotal = Amount(signs * document.TotalMinorUnits, document),
        };
    }

    private static string TermsOf(IssuedDocument issued) => issued.PaymentDays == 0
        ? "Payable on receipt."
        : string.Create(CultureInfo.InvariantCulture, $"Payable within {issued.PaymentDays} days of issue, by {issued.Document.DueDay:yyyy-MM-dd}.");

    // BR-O-02 to BR-O-04: a document outside the scope of VAT carries nobody's VAT number.
    private static EInvoiceParty SellerOf(SellerParty seller, bool isOutsideScope) => new()
    {
        Name = seller.Name,
        TradingName = seller.Details.TradingName,
        Country = seller.Country,
        Address = seller.Details.Address,
        VatNumber = isOutsideScope ? null : seller.Details.VatNumber,
        TaxNumber = isOutsideScope ? null : seller.Details.TaxNumber,
        Registration = seller.Details.Registration,
        LegalNotice = seller.Details.LegalNotice,
        ElectronicAddress = seller.Details.ElectronicAddress,
        Contact = seller.Details.Contact,
    };

    private static EInvoiceParty BuyerOf(CustomerParty customer, bool isOutsideScope) => new()
    {
        Name = customer.Name,
        Country = customer.Country,
        Address = customer.Details.Address,
        VatNumber = isOutsideScope ? null : customer.Tax.VatNumber,
        Registration = customer.Details.Registration,
        ElectronicAddress = customer.Details.ElectronicAddress,
        Contact = customer.Details.Contact,
    };

    private static EInvoicePayment? PaymentOf(IssuedDocument issued) => issued.Seller.Details.Accounts is [var account, ..]
        ? new EInvoicePayment(account.IsIban && issued.Document.Currency == Euro ? SepaTransfer : OtherTransfer, account, issued.Document.Number)
        : null;

    // Standard and reduced are one category here: where both have one rate, they are one subtotal.
    private static ImmutableArray<EInvoiceTax> TaxesOf(IssuedDocument issued, int signs)
    {
        var taxes = ImmutableArray.CreateBuilder<EInvoiceTax>();
        foreach (var subtotal in issued.Document.Taxes)
        {
            var tax = TaxOf(subtotal, issued, signs);
            var same = -1;
            for (var i = 0; i < taxes.Count; i++)
            {
                same = taxes[i].Category == tax.Category && taxes[i].Rate == tax.Rate ? i : same;
            }

            if (same < 0)
            {
                taxes.Add(tax);
            }
            else
            {
                taxes[same] = taxes[same] with { Base = taxes[same].Base + tax.Base, Tax = taxes[same].Tax + tax.Tax };
            }
        }

        return taxes.ToImmutable();
    }

    private static EInvoiceTax TaxOf(in TaxSubtotal subtotal, IssuedDocument issued, int signs)
    {
        var category = CategoryOf(subtotal.Category);
        var (code, reason) = category switch
        {
            VatCategory.ReverseCharge => ("VATEX-EU-AE", "Reverse charge"),
            VatCategory.OutsideScope => ("VATEX-EU-O", "Not subject to VAT"),
            VatCategory.Exempt => (null, issued.ExemptionReason),
            _ => (null, null),
        };
        return new EInvoiceTax(
            category, subtotal.Rate.Value, Amount(signs * subtotal.BaseMinorUnits, issued.Document), Amount(signs * subtotal.TaxMinorUnits, issued.Document), code, reason);
    }

    private static EInvoiceLine LineOf(in PostedLine line, PostedDocument document, int signs)
    {
        var (quantity, unit, price, per, allowance) = Priced(line, document, signs);
        var days = line.Days.IsEmpty ? line.Natural : line.Days;
        return new EInvoiceLine
        {
            Id = line.Number.ToString(CultureInfo.InvariantCulture),
            Name = line.Description,
            ItemId = line.Charge,
            Quantity = quantity,
            UnitCode = unit,
            NetAmount = Amount(signs * line.NetMinorUnits, document),
            Price = price,
            BaseQuantity = per,
            Allowance = allowance,
            Category = CategoryOf(line.TaxCategory),
            Rate = line.TaxRate.Value,
            From = days.Start,
            Through = days.LastDay,
        };
    }

    // Quantity times price must give the amount to the minor unit. A whole period: the unit's price. A part: unit-days at the price of a period's days, so no day's
    // price is ever rounded. Less than that: the difference is the discount. Anything else (steps, blocks, minimums, tax taken out of the price): the whole amount is the
    // price of the whole quantity.
    private static (decimal Quantity, string Unit, decimal Price, decimal? Per, decimal Allowance) Priced(in PostedLine line, PostedDocument document, int signs)
    {
        var net = Amount(signs * line.NetMinorUnits, document);
        var quantity = signs * line.Quantity;
        var unit = UnitCodes.Of(line.Unit);
        if (quantity != 0 && line.UnitPrice is { } price and >= 0 && line.Share.Denominator > 0 && (line.Share.Numerator > 0 || net == 0))
        {
            var (many, code, per) = line.Share.IsWhole || line.Share.Numerator == 0
                ? (quantity, unit, (decimal?)null)
                : (quantity * line.Share.Numerator, UnitCodes.Day, line.Share.Denominator);
            var exact = many * price / (per ?? 1);
            if (line.Share.Numerator > 0 && IsExplained(exact, net))
            {
                return (many, code, price, per, 0m);
            }

            var gross = Rounding.ToMoney(many * price, line.Share.IsWhole ? 1 : line.Share.Denominator, document.Currency, RoundingMode.HalfAwayFromZero).Amount;
            if (line.Share.Numerator > 0 && line.Kind != InvoiceLineKind.Adjustment && net >= 0 && gross > net && IsExplained(exact, gross))
            {
                return (many, code, price, per, gross - net);
            }
        }

        return quantity == 0
            ? (net < 0 ? -1m : 1m, UnitCodes.One, Math.Abs(net), null, 0m)
            : net == 0
            ? (quantity, unit, 0m, null, 0m)
            : (Math.Sign(net) * Math.Abs(quantity), unit, Math.Abs(net), Math.Abs(quantity) == 1 ? null : Math.Abs(quantity), 0m);
    }

    // Half a cent, whichever way it was rounded. The rules ask it of every currency: where amounts are rounded to whole yen, the price of one is rarely exact enough.
    private static bool IsExplained(decimal exact, decimal rounded) => Math.Abs(exact - rounded) <= 0.005m;

    private static VatCategory CategoryOf(TaxCategory category) =>
        VatCategories.Of(category) ?? throw new EInvoiceRefusedException($"{category} is not a VAT category of EN 16931.");

    private static decimal Amount(long minorUnits, PostedDocument document) => Money.FromMinorUnits(minorUnits, document.Currency).Amount;
}
