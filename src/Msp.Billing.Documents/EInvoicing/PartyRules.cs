using Msp.Billing.Contracts;

namespace Msp.Billing.Documents.EInvoicing;

/// <summary>What both parties need.</summary>
internal static class PartyRules
{
    internal static void Check(EInvoice invoice, EInvoiceFindings findings)
    {
        Both(invoice.Seller, "The seller", "BR-06", "BR-08", "BR-09", "PEPPOL-EN16931-R020", "BR-62", findings);
        Both(invoice.Buyer, "The customer", "BR-07", "BR-10", "BR-11", "PEPPOL-EN16931-R010", "BR-63", findings);
        var seller = invoice.Seller;
        findings.Need(
            seller.VatNumber is not null || seller.Registration is not null, "BR-CO-26",
            "The seller has neither a VAT number nor a registration number that this document may show; enter one with the seller's details.");
        findings.Need(
            seller.Address is { Street: not null, PostCode: not null }, "MSP-ADDRESS", "The seller's address needs street and postcode; several countries refuse invoices without them.");
        findings.Need(
            seller.Contact is { Name: not null, Phone: not null, Email: not null }, "MSP-CONTACT",
            "The seller's contact needs a name, a telephone number and a mail address; German customers' systems refuse invoices without them.");
        if (seller.Country == "DE" && invoice.Buyer.Country == "DE")
        {
            German(invoice, findings);
        }

        if (seller.Country == "NL")
        {
            Dutch(invoice, findings);
        }
    }

    private static void Both(EInvoiceParty party, string who, string name, string address, string country, string endpoint, string scheme, EInvoiceFindings findings)
    {
        findings.Need(!string.IsNullOrWhiteSpace(party.Name), name, $"{who} has no registered name; enter it.");
        findings.Need(party.Address is not null, address, $"{who} has no postal address in parts (street, town, postcode); enter it.");
        findings.Need(party.Country.Length > 0, country, $"{who} has no country; enter its two letters, such as DE.");
        findings.Need(party.Country.Length == 0 || CodeLists.Countries.Contains(party.Country), "BR-CL-14", $"{who}'s country '{party.Country}' is not a code of ISO 3166; write one, such as DE.");
        findings.Need(party.ElectronicAddress is not null, endpoint, $"{who} has no electronic address; enter it with its scheme, such as 9930 and the VAT number in Germany.");
        if (party.ElectronicAddress is { } electronic)
        {
            findings.Need(electronic.Scheme.Length > 0, scheme, $"{who}'s electronic address has no scheme.");
            findings.Need(
                CodeLists.PeppolAddresses.Contains(electronic.Scheme), "PEPPOL-EN16931-CL008",
                $"{who}'s electronic address has the scheme '{electronic.Scheme}', which Peppol does not deliver to; it takes 0088 (GLN), 9930 (German VAT number) and others of its list.");
            CheckNumber(electronic.Scheme, electronic.Id, $"{who}'s electronic address", findings);
        }

        if (party.Registration is { Scheme: { } register } registration)
        {
            findings.Need(
                string.CompareOrdinal(register, "0002") >= 0 && string.CompareOrdinal(register, "0299") <= 0, "BR-CL-11",
                $"{who}'s registration number has the scheme '{register}', which is not in the ISO 6523 list; write one, such as 0106, or leave it out.");
            CheckNumber(register, registration.Id, $"{who}'s registration number", findings);
        }

        if (party.VatNumber is [_, _, ..] vat)
        {
            findings.Need(
                vat[..2] == "EL" || CodeLists.Countries.Contains(vat[..2]), "BR-CO-09",
                $"{who}'s VAT number '{vat}' does not begin with a country of ISO 3166 (EL for Greece); correct it.");
        }
    }

    private static void CheckNumber(string scheme, string id, string what, EInvoiceFindings findings)
    {
        if (CheckDigits.Fault(scheme, id) is var (rule, right))
        {
            findings.Need(false, rule, $"{what} '{id}' cannot be right: {right}.");
        }
    }

    private static void German(EInvoice invoice, EInvoiceFindings findings)
    {
        const string Between = "between German companies";
        findings.Need(invoice.Payment is not null, "DE-R-001", $"The seller has no account; {Between} it is needed. Enter one.");
        findings.Need(invoice.Seller.Contact is not null, "DE-R-002", $"The seller has no contact; {Between} it is needed.");
        findings.Need(invoice.Seller.Contact?.Name is not null, "DE-R-005", $"The seller's contact has no name; {Between} it is needed.");
        findings.Need(Digits(invoice.Seller.Contact?.Phone) >= 3, "DE-R-006", $"The seller's contact has no telephone number of three digits or more; {Between} it is needed.");
        findings.Need(invoice.Seller.Contact?.Email is not null, "DE-R-007", $"The seller's contact has no mail address; {Between} it is needed.");
        findings.Need(invoice.Seller.Address?.PostCode is not null, "DE-R-004", $"The seller's address has no postcode; {Between} it is needed.");
        findings.Need(invoice.Buyer.Address?.PostCode is not null, "DE-R-009", $"The customer's address has no postcode; {Between} it is needed.");
        findings.Need(invoice.BuyerReference is not null, "DE-R-015", $"The customer has no buyer reference; {Between} it is needed, and an order number does not stand for it.");
    }

    private static int Digits(string? phone) => phone?.Count(char.IsAsciiDigit) ?? 0;

    private static void Dutch(EInvoice invoice, EInvoiceFindings findings)
    {
        findings.Need(
            invoice.Seller.Address is { Street: not null, PostCode: not null }, "NL-R-002", "The seller's address needs street and postcode in the Netherlands; enter them.");
        findings.Need(
            IsDutchRegistration(invoice.Seller.Registration), "NL-R-003", "The seller's registration number must be a Dutch one (scheme 0106, chamber of commerce, or 0190); enter it.");
        findings.Need(invoice.IsCreditNote || invoice.Payment is not null, "NL-R-007", "The seller has no account; in the Netherlands it is needed. Enter one.");
        if (invoice.Buyer.Country == "NL")
        {
            findings.Need(
                invoice.Buyer.Address is { Street: not null, PostCode: not null }, "NL-R-004", "The customer's address needs street and postcode in the Netherlands; enter them.");
            findings.Need(
                invoice.Buyer.Registration is null || IsDutchRegistration(invoice.Buyer.Registration), "NL-R-005",
                "The customer's registration number must be a Dutch one (scheme 0106, chamber of commerce, or 0190); correct it.");
        }
    }

    private static bool IsDutchRegistration(LegalRegistration? registration) => registration?.Scheme is "0106" or "0190";
}
