using System.ComponentModel.DataAnnotations;
using Msp.Billing.Contracts;

namespace Msp.Quoting.Web.Parties;

/// <summary>What documents need of a party, field by field; seller and customers have the same.</summary>
internal abstract class PartyEntry
{
    private const string TooLong = "Use at most 500 letters";

    [Display(Name = "Street and number")]
    [StringLength(500, ErrorMessage = TooLong)]
    public string? Street { get; set; }

    [Display(Name = "Building, floor or department")]
    [StringLength(500, ErrorMessage = TooLong)]
    public string? AdditionalStreet { get; set; }

    [Display(Name = "Postcode")]
    [StringLength(50, ErrorMessage = "Use at most 50 letters")]
    public string? PostCode { get; set; }

    [Display(Name = "Town")]
    [StringLength(500, ErrorMessage = TooLong)]
    public string? City { get; set; }

    [Display(Name = "Region")]
    [StringLength(500, ErrorMessage = TooLong)]
    public string? Region { get; set; }

    [Display(Name = "Number in the register of companies")]
    [StringLength(500, ErrorMessage = TooLong)]
    public string? Registration { get; set; }

    [Display(Name = "Register")]
    [StringLength(4, ErrorMessage = "Four digits of the ISO 6523 list, such as 0106 for the Dutch chamber of commerce, or nothing (BR-CL-11)")]
    public string? RegistrationScheme { get; set; }

    [Display(Name = "Scheme of the electronic address")]
    [StringLength(4, ErrorMessage = "The code of the scheme, such as 9930 for a German VAT number or 0088 for a GLN (PEPPOL-EN16931-CL008)")]
    public string? ElectronicScheme { get; set; }

    [Display(Name = "Electronic address")]
    [StringLength(500, ErrorMessage = TooLong)]
    public string? ElectronicAddress { get; set; }

    [Display(Name = "Contact")]
    [StringLength(500, ErrorMessage = TooLong)]
    public string? ContactName { get; set; }

    [Display(Name = "Telephone")]
    [StringLength(500, ErrorMessage = TooLong)]
    public string? ContactPhone { get; set; }

    [Display(Name = "Mail address")]
    [StringLength(500, ErrorMessage = TooLong)]
    public string? ContactEmail { get; set; }

    [Display(Name = "Language of documents")]
    [RegularExpression("en|de|fr", ErrorMessage = "Choose English, German or French")]
    public string? Language { get; set; }

    /// <summary>The version that was read: somebody else's change is not written over.</summary>
    public long Version { get; set; }

    protected void Fill(PostalAddress? address, LegalRegistration? registration, ElectronicAddress? electronic, ContactPoint? contact, string? language)
    {
        (Street, AdditionalStreet, PostCode, City, Region) = (address?.Street, address?.AdditionalStreet, address?.PostCode, address?.City, address?.Region);
        (Registration, RegistrationScheme) = (registration?.Id, registration?.Scheme);
        (ElectronicScheme, ElectronicAddress) = (electronic?.Scheme, electronic?.Id);
        (ContactName, ContactPhone, ContactEmail) = (contact?.Name, contact?.Phone, contact?.Email);
        Language = language;
    }

    protected PostalAddress? ToAddress(PartyErrors errors)
    {
        if (Known(City) is not { } city)
        {
            if (Known(Street) is not null || Known(AdditionalStreet) is not null || Known(PostCode) is not null || Known(Region) is not null)
            {
                errors.Add(nameof(City), "An address has a town: enter it, or leave the whole address empty");
            }

            return null;
        }

        return errors.Made(nameof(City), "Write the address on single lines of plain text", () => new PostalAddress(Street, city, PostCode) { AdditionalStreet = AdditionalStreet, Region = Region });
    }

    protected LegalRegistration? ToRegistration(PartyErrors errors)
    {
        if (Known(Registration) is { } id)
        {
            return errors.Made(
                nameof(RegistrationScheme), "Four digits of the ISO 6523 list, such as 0106 for the Dutch chamber of commerce, or nothing (BR-CL-11)", () => new LegalRegistration(id, Known(RegistrationScheme)));
        }

        if (Known(RegistrationScheme) is not null)
        {
            errors.Add(nameof(Registration), "There is a register and no number: enter the number, or take the register away");
        }

        return null;
    }

    protected ElectronicAddress? ToElectronicAddress(PartyErrors errors, string rule)
    {
        var (scheme, id) = (Known(ElectronicScheme), Known(ElectronicAddress));
        if (id is null && scheme is not null)
        {
            errors.Add(nameof(ElectronicAddress), rule);
        }
        else if (scheme is null && id is not null)
        {
            errors.Add(nameof(ElectronicScheme), "An electronic address needs its scheme, such as 9930 for a German VAT number or 0088 for a GLN (BR-62, BR-63)");
        }

        return id is null || scheme is null
            ? null
            : errors.Made(nameof(ElectronicScheme), "The code of the scheme, such as 9930 for a German VAT number or 0088 for a GLN (PEPPOL-EN16931-CL008)", () => new ElectronicAddress(scheme, id));
    }

    protected ContactPoint? ToContact(PartyErrors errors) =>
        Known(ContactName) is null && Known(ContactPhone) is null && Known(ContactEmail) is null
            ? null
            : errors.Made(nameof(ContactEmail), "Enter a mail address, such as billing@example.com", () => new ContactPoint(ContactName, ContactPhone, ContactEmail));

    protected static string? Known(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
