using System.Globalization;
using Msp.Billing.Contracts;

namespace Msp.Billing.Documents.EInvoicing;

/// <summary>Writes an electronic invoice as UN/CEFACT Cross Industry Invoice D16B in the EN 16931 profile: what Factur-X and ZUGFeRD put into a PDF as <c>factur-x.xml</c>.</summary>
/// <remarks>Each group has one method, and the order in it is the schema's. The same invoice gives the same bytes.</remarks>
public static class CiiWriter
{
    /// <summary>What BT-24 says: the rules that the document follows.</summary>
    public const string Specification = "urn:cen.eu:en16931:2017";

    private const string Root = "rsm";
    private const string A = "ram";
    private const string U = "udt";
    private const string Standard = "urn:un:unece:uncefact:data:standard:";

    /// <summary>Writes an invoice or a credit note.</summary>
    /// <returns>UTF-8 without a byte order mark.</returns>
    public static byte[] Write(EInvoice invoice)
    {
        ArgumentNullException.ThrowIfNull(invoice);
        using var xml = new EInvoiceXml(invoice);
        xml.Root(
            Root, "CrossIndustryInvoice", (Root, Standard + "CrossIndustryInvoice:100"), (A, Standard + "ReusableAggregateBusinessInformationEntity:100"),
            (U, Standard + "UnqualifiedDataType:100"), ("qdt", Standard + "QualifiedDataType:100"));
        xml.Group(Root, "ExchangedDocumentContext", () =>
            xml.Group(A, "GuidelineSpecifiedDocumentContextParameter", () => xml.Text(A, "ID", Specification)));
        xml.Group(Root, "ExchangedDocument", () =>
        {
            xml.Text(A, "ID", invoice.Number);
            xml.Text(A, "TypeCode", invoice.IsCreditNote ? "381" : "380");
            Day(xml, "IssueDateTime", invoice.IssueDay);
        });
        xml.Group(Root, "SupplyChainTradeTransaction", () =>
        {
            foreach (var line in invoice.Lines)
            {
                Line(xml, line);
            }

            Agreement(xml, invoice);
            xml.Group(A, "ApplicableHeaderTradeDelivery", () => { });
            Settlement(xml, invoice);
        });
        return xml.ToBytes();
    }

    private static void Line(EInvoiceXml xml, EInvoiceLine line) => xml.Group(A, "IncludedSupplyChainTradeLineItem", () =>
    {
        xml.Group(A, "AssociatedDocumentLineDocument", () => xml.Text(A, "LineID", line.Id));
        xml.Group(A, "SpecifiedTradeProduct", () =>
        {
            xml.Text(A, "SellerAssignedID", line.ItemId);
            xml.Text(A, "Name", line.Name);
        });
        xml.Group(A, "SpecifiedLineTradeAgreement", () => xml.Group(A, "NetPriceProductTradePrice", () =>
        {
            xml.PriceOf(A, "ChargeAmount", line.Price, withCurrency: false);
            xml.Text(A, "BasisQuantity", line.BaseQuantity is { } per ? EInvoiceXml.Number(per) : null, "unitCode", line.UnitCode);
        }));
        xml.Group(A, "SpecifiedLineTradeDelivery", () => xml.Text(A, "BilledQuantity", EInvoiceXml.Number(line.Quantity), "unitCode", line.UnitCode));
        xml.Group(A, "SpecifiedLineTradeSettlement", () =>
        {
            xml.Group(A, "ApplicableTradeTax", () =>
            {
                xml.Text(A, "TypeCode", "VAT");
                xml.Text(A, "CategoryCode", line.Category.Code());
                Rate(xml, line.Category, line.Rate);
            });
            Period(xml, line.From, line.Through);
            Allowance(xml, line);
            xml.Group(A, "SpecifiedTradeSettlementLineMonetarySummation", () => xml.Money(A, "LineTotalAmount", line.NetAmount, withCurrency: false));
        });
    });

    private static void Allowance(EInvoiceXml xml, EInvoiceLine line)
    {
        if (line.Allowance != 0)
        {
            xml.Group(A, "SpecifiedTradeAllowanceCharge", () =>
            {
                xml.Group(A, "ChargeIndicator", () => xml.Flag(U, "Indicator", false));
                xml.Money(A, "ActualAmount", line.Allowance, withCurrency: false);
                xml.Text(A, "ReasonCode", EInvoiceLine.DiscountCode);
                xml.Text(A, "Reason", EInvoiceLine.DiscountReason);
            });
        }
    }

    private static void Agreement(EInvoiceXml xml, EInvoice invoice) => xml.Group(A, "ApplicableHeaderTradeAgreement", () =>
    {
        xml.Text(A, "BuyerReference", invoice.BuyerReference);
        Party(xml, "SellerTradeParty", invoice.Seller);
        Party(xml, "BuyerTradeParty", invoice.Buyer);
        if (invoice.Order is not null)
        {
            xml.Group(A, "BuyerOrderReferencedDocument", () => xml.Text(A, "IssuerAssignedID", invoice.Order));
        }

        xml.Group(A, "ContractReferencedDocument", () => xml.Text(A, "IssuerAssignedID", invoice.Contract));
    });

    private static void Party(EInvoiceXml xml, string role, EInvoiceParty party) => xml.Group(A, role, () =>
    {
        xml.Text(A, "Name", party.Name);
        xml.Text(A, "Description", party.LegalNotice);
        if (party.Registration is not null || party.TradingName is not null)
        {
            xml.Group(A, "SpecifiedLegalOrganization", () =>
            {
                xml.Text(A, "ID", party.Registration?.Id, "schemeID", party.Registration?.Scheme);
                xml.Text(A, "TradingBusinessName", party.TradingName);
            });
        }

        Contact(xml, party.Contact);
        xml.Group(A, "PostalTradeAddress", () =>
        {
            xml.Text(A, "PostcodeCode", party.Address?.PostCode);
            xml.Text(A, "LineOne", party.Address?.Street);
            xml.Text(A, "LineTwo", party.Address?.AdditionalStreet);
            xml.Text(A, "CityName", party.Address?.City);
            xml.Text(A, "CountryID", party.Country);
            xml.Text(A, "CountrySubDivisionName", party.Address?.Region);
        });
        if (party.ElectronicAddress is { } electronic)
        {
            xml.Group(A, "URIUniversalCommunication", () => xml.Text(A, "URIID", electronic.Id, "schemeID", electronic.Scheme));
        }

        Registration(xml, party.VatNumber, "VA");
        Registration(xml, party.TaxNumber, "FC");
    });

    private static void Registration(EInvoiceXml xml, string? number, string scheme)
    {
        if (number is not null)
        {
            xml.Group(A, "SpecifiedTaxRegistration", () => xml.Text(A, "ID", number, "schemeID", scheme));
        }
    }

    private static void Contact(EInvoiceXml xml, ContactPoint? contact)
    {
        if (contact is null)
        {
            return;
        }

        xml.Group(A, "DefinedTradeContact", () =>
        {
            xml.Text(A, "PersonName", contact.Name);
            if (contact.Phone is not null)
            {
                xml.Group(A, "TelephoneUniversalCommunication", () => xml.Text(A, "CompleteNumber", contact.Phone));
            }

            if (contact.Email is not null)
            {
                xml.Group(A, "EmailURIUniversalCommunication", () => xml.Text(A, "URIID", contact.Email));
            }
        });
    }

    private static void Settlement(EInvoiceXml xml, EInvoice invoice) => xml.Group(A, "ApplicableHeaderTradeSettlement", () =>
    {
        xml.Text(A, "PaymentReference", invoice.Payment?.Reference);
        xml.Text(A, "InvoiceCurrencyCode", invoice.Currency.Code);
        Payment(xml, invoice.Payment);
        foreach (var tax in invoice.Taxes)
        {
            Tax(xml, tax);
        }

        Period(xml, invoice.From, invoice.Through);
        xml.Group(A, "SpecifiedTradePaymentTerms", () =>
        {
            xml.Text(A, "Description", invoice.PaymentTerms);
            Day(xml, "DueDateDateTime", invoice.DueDay);
        });
        xml.Group(A, "SpecifiedTradeSettlementHeaderMonetarySummation", () =>
        {
            xml.Money(A, "LineTotalAmount", invoice.NetTotal, withCurrency: false);
            xml.Money(A, "TaxBasisTotalAmount", invoice.NetTotal, withCurrency: false);
            xml.Money(A, "TaxTotalAmount", invoice.TaxTotal);
            xml.Money(A, "GrandTotalAmount", invoice.GrossTotal, withCurrency: false);
            xml.Money(A, "DuePayableAmount", invoice.GrossTotal, withCurrency: false);
        });
        foreach (var preceding in invoice.Preceding)
        {
            xml.Group(A, "InvoiceReferencedDocument", () =>
            {
                xml.Text(A, "IssuerAssignedID", preceding.Number);
                xml.Group(A, "FormattedIssueDateTime", () => DayText(xml, "qdt", preceding.IssueDay));
            });
        }
    });

    private static void Payment(EInvoiceXml xml, EInvoicePayment? payment)
    {
        if (payment is null)
        {
            return;
        }

        xml.Group(A, "SpecifiedTradeSettlementPaymentMeans", () =>
        {
            xml.Text(A, "TypeCode", payment.MeansCode);
            xml.Group(A, "PayeePartyCreditorFinancialAccount", () =>
            {
                xml.Text(A, "IBANID", payment.Account.IsIban ? payment.Account.Number : null);
                xml.Text(A, "AccountName", payment.Account.Holder);
                xml.Text(A, "ProprietaryID", payment.Account.IsIban ? null : payment.Account.Number);
            });
            if (payment.Account.Bank is { } bank)
            {
                xml.Group(A, "PayeeSpecifiedCreditorFinancialInstitution", () => xml.Text(A, "BICID", bank));
            }
        });
    }

    private static void Tax(EInvoiceXml xml, EInvoiceTax tax) => xml.Group(A, "ApplicableTradeTax", () =>
    {
        xml.Money(A, "CalculatedAmount", tax.Tax, withCurrency: false);
        xml.Text(A, "TypeCode", "VAT");
        xml.Text(A, "ExemptionReason", tax.ExemptionReason);
        xml.Money(A, "BasisAmount", tax.Base, withCurrency: false);
        xml.Text(A, "CategoryCode", tax.Category.Code());
        xml.Text(A, "ExemptionReasonCode", tax.ExemptionCode);
        Rate(xml, tax.Category, tax.Rate);
    });

    private static void Rate(EInvoiceXml xml, VatCategory category, decimal rate) =>
        xml.Text(A, "RateApplicablePercent", category == VatCategory.OutsideScope ? null : EInvoiceXml.Number(rate));

    private static void Period(EInvoiceXml xml, DateOnly from, DateOnly through) => xml.Group(A, "BillingSpecifiedPeriod", () =>
    {
        Day(xml, "StartDateTime", from);
        Day(xml, "EndDateTime", through);
    });

    private static void Day(EInvoiceXml xml, string name, DateOnly day) => xml.Group(A, name, () => DayText(xml, U, day));

    private static void DayText(EInvoiceXml xml, string prefix, DateOnly day) =>
        xml.Text(prefix, "DateTimeString", day.ToString("yyyyMMdd", CultureInfo.InvariantCulture), "format", "102");
}
