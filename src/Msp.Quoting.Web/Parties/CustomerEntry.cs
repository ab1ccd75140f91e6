using System.ComponentModel.DataAnnotations;
using Msp.Billing.Contracts;

namespace Msp.Quoting.Web.Parties;

/// <summary>What documents need of a customer, as it is entered.</summary>
internal sealed class CustomerEntry : PartyEntry
{
    [Display(Name = "Country")]
    [RegularExpression("[A-Z]{2}", ErrorMessage = "Two capital letters of ISO 3166, such as DE (BR-CL-14)")]
    public string? Country { get; set; }

    [Display(Name = "VAT number")]
    [StringLength(500, ErrorMessage = "Use at most 500 letters")]
    public string? VatNumber { get; set; }

    public bool ReverseCharge { get; set; }

    [Display(Name = "Exempt because")]
    [StringLength(500, ErrorMessage = "Use at most 500 letters")]
    public string? ExemptionReason { get; set; }

    [Display(Name = "Buyer reference")]
    [StringLength(500, ErrorMessage = "Use at most 500 letters")]
    public string? BuyerReference { get; set; }

    [Display(Name = "Documents go to")]
    [EmailAddress(ErrorMessage = "Enter a mail address, such as billing@example.com")]
    [StringLength(500, ErrorMessage = "Use at most 500 letters")]
    public string? Email { get; set; }

    /// <summary>The version of the customer itself that was read.</summary>
    public long CustomerVersion { get; set; }

    /// <summary>The customer as a form shows it.</summary>
    public static CustomerEntry Of(Customer customer, long customerVersion, CustomerDetails details, long version)
    {
        var entry = new CustomerEntry
        {
            Country = customer.Country,
            VatNumber = customer.Tax.VatNumber,
            ReverseCharge = customer.Tax.ReverseCharge,
            ExemptionReason = customer.Tax.ExemptionReason,
            BuyerReference = customer.BuyerReference,
            Email = customer.Email,
            CustomerVersion = customerVersion,
            Version = version,
        };
        entry.Fill(details.Address, details.Registration, details.ElectronicAddress, details.Contact, details.Language);
        return entry;
    }

    /// <summary>What was entered; of no use when there is an error.</summary>
    public (Customer Customer, CustomerDetails Details) To(Customer known, CustomerDetails details, PartyErrors errors)
    {
        if (ReverseCharge && Known(VatNumber) is null)
        {
            errors.Add(nameof(VatNumber), "Who accounts for the tax itself needs a VAT number (BR-AE-02)");
        }
        else if (ReverseCharge && Known(ExemptionReason) is not null)
        {
            errors.Add(nameof(ExemptionReason), "A customer is exempt or accounts for the tax itself, not both");
        }

        var tax = ReverseCharge && (Known(VatNumber) is null || Known(ExemptionReason) is not null)
            ? null
            : errors.Made(
                nameof(VatNumber), "A VAT number begins with the two capital letters of its country, such as DE123456789 (BR-CO-09)",
                () => new TaxProfile(known.Tax.Jurisdiction, Known(VatNumber), Known(ExemptionReason), ReverseCharge));
        var customer = errors.Made(nameof(Country), "Two capital letters of ISO 3166, such as DE (BR-CL-14)", () => new Customer(known.Number, known.Name, tax ?? known.Tax)
        {
            Parent = known.Parent,
            Country = Known(Country) ?? "",
            Address = known.Address,
            Email = Known(Email) ?? "",
            BuyerReference = Known(BuyerReference),
            Sites = known.Sites,
        });
        return (customer ?? known, new CustomerDetails
        {
            Address = ToAddress(errors),
            Registration = ToRegistration(errors),
            ElectronicAddress = ToElectronicAddress(errors, "There is a scheme and no address: Peppol delivers to one (PEPPOL-EN16931-R010)"),
            Contact = ToContact(errors),
            PurchaseOrders = details.PurchaseOrders,
            Language = Known(Language) is "en" or "de" or "fr" ? Known(Language) : null,
        });
    }
}
