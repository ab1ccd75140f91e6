using System.ComponentModel.DataAnnotations;
using Msp.Billing.Contracts;

namespace Msp.Quoting.Web.Parties;

/// <summary>What documents say of the seller, as it is entered.</summary>
internal sealed class SellerEntry : PartyEntry
{
    private const string TooLong = "Use at most 500 letters";

    [Display(Name = "VAT number")]
    [StringLength(500, ErrorMessage = TooLong)]
    public string? VatNumber { get; set; }

    [Display(Name = "Tax number")]
    [StringLength(500, ErrorMessage = TooLong)]
    public string? TaxNumber { get; set; }

    [Display(Name = "Trading name")]
    [StringLength(500, ErrorMessage = TooLong)]
    public string? TradingName { get; set; }

    [Display(Name = "What the law makes you print")]
    [StringLength(500, ErrorMessage = TooLong)]
    public string? LegalNotice { get; set; }

    [Display(Name = "Why services are exempt")]
    [StringLength(500, ErrorMessage = TooLong)]
    public string? ExemptionReason { get; set; }

    [Display(Name = "IBAN or account number")]
    [StringLength(100, ErrorMessage = "Use at most 100 letters")]
    public string? Account { get; set; }

    [Display(Name = "BIC or bank number")]
    [StringLength(100, ErrorMessage = "Use at most 100 letters")]
    public string? Bank { get; set; }

    [Display(Name = "Account holder, where it is not you")]
    [StringLength(500, ErrorMessage = TooLong)]
    public string? Holder { get; set; }

    /// <summary>The details as a form shows them.</summary>
    public static SellerEntry Of(SellerDetails details, long version)
    {
        var entry = new SellerEntry
        {
            VatNumber = details.VatNumber,
            TaxNumber = details.TaxNumber,
            TradingName = details.TradingName,
            LegalNotice = details.LegalNotice,
            ExemptionReason = details.ExemptionReason,
            Version = version,
        };
        entry.Fill(details.Address, details.Registration, details.ElectronicAddress, details.Contact, details.Language);
        if (details.Accounts is [var account, ..])
        {
            (entry.Account, entry.Bank, entry.Holder) = (account.Printed, account.Bank, account.Holder);
        }

        return entry;
    }

    /// <summary>The details that were entered; of no use when there is an error. Further accounts and the look stay as they are.</summary>
    public SellerDetails ToDetails(SellerDetails known, PartyErrors errors)
    {
        var account = Known(Account) is { } number
            ? errors.Made(nameof(Account), "The check digits of this IBAN do not fit: compare it with the bank's paper (BR-61 asks for an account)", () => new BankAccount(number, Known(Bank), Known(Holder)))
            : null;
        if (account is null && (Known(Bank) ?? Known(Holder)) is not null)
        {
            errors.Add(nameof(Account), "There is a bank and no account: enter its number (BR-61)");
        }

        // First, so that what is wrong with one field hides nothing of the others.
        var (address, registration, contact) = (ToAddress(errors), ToRegistration(errors), ToContact(errors));
        var electronic = ToElectronicAddress(errors, "There is a scheme and no address: Peppol asks for where you send from (PEPPOL-EN16931-R020)");
        return errors.Made(nameof(VatNumber), "A VAT number begins with the two capital letters of its country, such as DE123456789 (BR-CO-09)", () => new SellerDetails
        {
            Address = address,
            VatNumber = Known(VatNumber),
            TaxNumber = TaxNumber,
            Registration = registration,
            LegalNotice = LegalNotice,
            TradingName = TradingName,
            ExemptionReason = ExemptionReason,
            ElectronicAddress = electronic,
            Contact = contact,
            Accounts = account is null ? [.. known.Accounts.Skip(1)] : [account, .. known.Accounts.Skip(1)],
            Branding = known.Branding,
            Language = Known(Language),
        }) ?? known;
    }

    /// <summary>The same details with another look.</summary>
    public static SellerDetails With(SellerDetails known, Branding look) => new()
    {
        Address = known.Address,
        VatNumber = known.VatNumber,
        TaxNumber = known.TaxNumber,
        Registration = known.Registration,
        LegalNotice = known.LegalNotice,
        TradingName = known.TradingName,
        ExemptionReason = known.ExemptionReason,
        ElectronicAddress = known.ElectronicAddress,
        Contact = known.Contact,
        Accounts = known.Accounts,
        Branding = look,
        Language = known.Language,
    };
}
