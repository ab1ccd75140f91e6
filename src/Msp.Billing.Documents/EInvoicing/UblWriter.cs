using Msp.Billing.Contracts;

namespace Msp.Billing.Documents.EInvoicing;

/// <summary>Writes an electronic invoice as UBL 2.1 for Peppol BIS Billing 3.0, which EN 16931 accepts everywhere.</summary>
/// <remarks>Each group has one method, and the order in it is the schema's. The same invoice gives the same bytes.</remarks>
public static class UblWriter
{
    /// <summary>What BT-24 says: the rules that the document follows.</summary>
    public const string Specification = "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0";

    private const string Process = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0";
    private const string Ubl = "urn:oasis:names:specification:ubl:schema:xsd:";
    private const string A = "cac";
    private const string B = "cbc";

    /// <summary>Writes an invoice or a credit note.</summary>
    /// <returns>UTF-8 without a byte order mark.</returns>
    public static byte[] Write(EInvoice invoice)
    {
        ArgumentNullException.ThrowIfNull(invoice);
        using var xml = new EInvoiceXml(invoice);
        xml.Root(
            "", invoice.IsCreditNote ? "CreditNote" : "Invoice",
            ("", $"{Ubl}{(invoice.IsCreditNote ? "CreditNote" : "Invoice")}-2"), (A, $"{Ubl}CommonAggregateComponents-2"), (B, $"{Ubl}CommonBasicComponents-2"));
        Head(xml, invoice);
        References(xml, invoice);
        xml.Group(A, "AccountingSupplierParty", () => Party(xml, invoice.Seller));
        xml.Group(A, "AccountingCustomerParty", () => Party(xml, invoice.Buyer));
        Payment(xml, invoice);
        Taxes(xml, invoice);
        Totals(xml, invoice);
        foreach (var line in invoice.Lines)
        {
            Line(xml, invoice, line);
        }

        return xml.ToBytes();
    }

    private static void Head(EInvoiceXml xml, EInvoice invoice)
    {
        xml.Text(B, "CustomizationID", Specification);
        xml.Text(B, "ProfileID", Process);
        xml.Text(B, "ID", invoice.Number);
        xml.Text(B, "IssueDate", EInvoiceXml.Day(invoice.IssueDay));
        if (invoice.IsCreditNote)
        {
            xml.Text(B, "CreditNoteTypeCode", "381");
        }
        else
        {
            xml.Text(B, "DueDate", EInvoiceXml.Day(invoice.DueDay));
            xml.Text(B, "InvoiceTypeCode", "380");
        }

        xml.Text(B, "DocumentCurrencyCode", invoice.Currency.Code);
        xml.Text(B, "BuyerReference", invoice.BuyerReference);
        Period(xml, invoice.From, invoice.Through);
    }

    private static void Period(EInvoiceXml xml, DateOnly from, DateOnly through) => xml.Group(A, "InvoicePeriod", () =>
    {
        xml.Text(B, "StartDate", EInvoiceXml.Day(from));
        xml.Text(B, "EndDate", EInvoiceXml.Day(through));
    });

    private static void References(EInvoiceXml xml, EInvoice invoice)
    {
        if (invoice.Order is not null)
        {
            xml.Group(A, "OrderReference", () => xml.Text(B, "ID", invoice.Order));
        }

        foreach (var preceding in invoice.Preceding)
        {
            xml.Group(A, "BillingReference", () => xml.Group(A, "InvoiceDocumentReference", () =>
            {
                xml.Text(B, "ID", preceding.Number);
                xml.Text(B, "IssueDate", EInvoiceXml.Day(preceding.IssueDay));
            }));
        }

        xml.Group(A, "ContractDocumentReference", () => xml.Text(B, "ID", invoice.Contract));
    }

    private static void Party(EInvoiceXml xml, EInvoiceParty party) => xml.Group(A, "Party", () =>
    {
        xml.Text(B, "EndpointID", party.ElectronicAddress?.Id, "schemeID", party.ElectronicAddress?.Scheme);
        if (party.TradingName is not null)
        {
            xml.Group(A, "PartyName", () => xml.Text(B, "Name", party.TradingName));
        }

        Address(xml, party);
        TaxScheme(xml, party.VatNumber, "VAT");
        TaxScheme(xml, party.TaxNumber, "TAX");
        xml.Group(A, "PartyLegalEntity", () =>
        {
            xml.Text(B, "RegistrationName", party.Name);
            xml.Text(B, "CompanyID", party.Registration?.Id, "schemeID", party.Registration?.Scheme);
            xml.Text(B, "CompanyLegalForm", party.LegalNotice);
        });
        Contact(xml, party.Contact);
    });

    private static void Address(EInvoiceXml xml, EInvoiceParty party) => xml.Group(A, "PostalAddress", () =>
    {
        xml.Text(B, "StreetName", party.Address?.Street);
        xml.Text(B, "AdditionalStreetName", party.Address?.AdditionalStreet);
        xml.Text(B, "CityName", party.Address?.City);
        xml.Text(B, "PostalZone", party.Address?.PostCode);
        xml.Text(B, "CountrySubentity", party.Address?.Region);
        xml.Group(A, "Country", () => xml.Text(B, "IdentificationCode", party.Country));
    });

    private static void TaxScheme(EInvoiceXml xml, string? number, string scheme)
    {
        if (number is not null)
        {
            xml.Group(A, "PartyTaxScheme", () =>
            {
                xml.Text(B, "CompanyID", number);
                xml.Group(A, "TaxScheme", () => xml.Text(B, "ID", scheme));
            });
        }
    }

    private static void Contact(EInvoiceXml xml, ContactPoint? contact)
    {
        if (contact is not null)
        {
            xml.Group(A, "Contact", () =>
            {
                xml.Text(B, "Name", contact.Name);
                xml.Text(B, "Telephone", contact.Phone);
                xml.Text(B, "ElectronicMail", contact.Email);
            });
        }
    }

    private static void Payment(EInvoiceXml xml, EInvoice invoice)
    {
        if (invoice.Payment is { } payment)
        {
            xml.Group(A, "PaymentMeans", () =>
            {
                xml.Text(B, "PaymentMeansCode", payment.MeansCode);
                if (invoice.IsCreditNote)
                {
                    xml.Text(B, "PaymentDueDate", EInvoiceXml.Day(invoice.DueDay));
                }

                xml.Text(B, "PaymentID", payment.Reference);
                xml.Group(A, "PayeeFinancialAccount", () =>
                {
                    xml.Text(B, "ID", payment.Account.Number);
                    xml.Text(B, "Name", payment.Account.Holder);
                    if (payment.Account.Bank is { } bank)
                    {
                        xml.Group(A, "FinancialInstitutionBranch", () => xml.Text(B, "ID", bank));
                    }
                });
            });
        }

        xml.Group(A, "PaymentTerms", () => xml.Text(B, "Note", invoice.PaymentTerms));
    }

    private static void Taxes(EInvoiceXml xml, EInvoice invoice) => xml.Group(A, "TaxTotal", () =>
    {
        xml.Money(B, "TaxAmount", invoice.TaxTotal);
        foreach (var tax in invoice.Taxes)
        {
            xml.Group(A, "TaxSubtotal", () =>
            {
                xml.Money(B, "TaxableAmount", tax.Base);
                xml.Money(B, "TaxAmount", tax.Tax);
                xml.Group(A, "TaxCategory", () =>
                {
                    Category(xml, tax.Category, tax.Rate);
                    xml.Text(B, "TaxExemptionReasonCode", tax.ExemptionCode);
                    xml.Text(B, "TaxExemptionReason", tax.ExemptionReason);
                    Vat(xml);
                });
            });
        }
    });

    // BR-O-05: what is outside the scope has no rate, not even zero.
    private static void Category(EInvoiceXml xml, VatCategory category, decimal rate)
    {
        xml.Text(B, "ID", category.Code());
        xml.Text(B, "Percent", category == VatCategory.OutsideScope ? null : EInvoiceXml.Number(rate));
    }

    private static void Vat(EInvoiceXml xml) => xml.Group(A, "TaxScheme", () => xml.Text(B, "ID", "VAT"));

    private static void Totals(EInvoiceXml xml, EInvoice invoice) => xml.Group(A, "LegalMonetaryTotal", () =>
    {
        xml.Money(B, "LineExtensionAmount", invoice.NetTotal);
        xml.Money(B, "TaxExclusiveAmount", invoice.NetTotal);
        xml.Money(B, "TaxInclusiveAmount", invoice.GrossTotal);
        xml.Money(B, "PayableAmount", invoice.GrossTotal);
    });

    private static void Line(EInvoiceXml xml, EInvoice invoice, EInvoiceLine line) => xml.Group(A, invoice.IsCreditNote ? "CreditNoteLine" : "InvoiceLine", () =>
    {
        xml.Text(B, "ID", line.Id);
        xml.Text(B, invoice.IsCreditNote ? "CreditedQuantity" : "InvoicedQuantity", EInvoiceXml.Number(line.Quantity), "unitCode", line.UnitCode);
        xml.Money(B, "LineExtensionAmount", line.NetAmount);
        Period(xml, line.From, line.Through);
        if (line.Allowance != 0)
        {
            xml.Group(A, "AllowanceCharge", () =>
            {
                xml.Flag(B, "ChargeIndicator", false);
                xml.Text(B, "AllowanceChargeReasonCode", EInvoiceLine.DiscountCode);
                xml.Text(B, "AllowanceChargeReason", EInvoiceLine.DiscountReason);
                xml.Money(B, "Amount", line.Allowance);
            });
        }

        xml.Group(A, "Item", () =>
        {
            xml.Text(B, "Name", line.Name);
            if (!string.IsNullOrWhiteSpace(line.ItemId))
            {
                xml.Group(A, "SellersItemIdentification", () => xml.Text(B, "ID", line.ItemId));
            }

            xml.Group(A, "ClassifiedTaxCategory", () =>
            {
                Category(xml, line.Category, line.Rate);
                Vat(xml);
            });
        });
        xml.Group(A, "Price", () =>
        {
            xml.PriceOf(B, "PriceAmount", line.Price);
            xml.Text(B, "BaseQuantity", line.BaseQuantity is { } per ? EInvoiceXml.Number(per) : null, "unitCode", line.UnitCode);
        });
    });
}
