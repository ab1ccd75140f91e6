using System.Collections.Immutable;
using Msp.Billing.Cli.Parsing;
using Msp.Billing.Contracts;

namespace Msp.Billing.Cli.Importing;

/// <summary>Reads what a seller's documents say of it. The format is described in <c>docs/e-invoices.md</c>.</summary>
internal static class SellerFile
{
    private const int LargestLogo = 2 * 1024 * 1024;

    private static readonly string[] Properties = ["$schema", .. PartyFields.Common, "vat_number", "tax_number", "legal_notice", "trading_name", "exemption_reason", "accounts", "color", "logo"];
    private static readonly string[] AccountProperties = ["number", "bank", "holder"];

    /// <summary>The details in a file; of no use when there is a problem.</summary>
    public static SellerDetails Read(string path, ImportProblems problems) => ObjectFile.Read(path, "seller", Properties, problems, Of) ?? SellerDetails.None;

    private static SellerDetails Of(JsonRecord record)
    {
        var (vat, tax, notice, trading) = (record.Text("vat_number"), record.Text("tax_number"), record.Text("legal_notice", SourceRecord.TextLength), record.Text("trading_name"));
        var exemption = record.Text("exemption_reason");
        return PartyFields.Made(record, "vat_number", () => new SellerDetails
        {
            Address = PartyFields.Address(record),
            VatNumber = vat,
            TaxNumber = tax,
            Registration = PartyFields.Registration(record),
            LegalNotice = notice,
            TradingName = trading,
            ExemptionReason = exemption,
            ElectronicAddress = PartyFields.ElectronicAddress(record),
            Contact = PartyFields.Contact(record),
            Accounts = Accounts(record),
            Branding = Branding(record),
            Language = PartyFields.Language(record),
        }) ?? SellerDetails.None;
    }

    private static ImmutableArray<BankAccount> Accounts(JsonRecord record)
    {
        var accounts = ImmutableArray.CreateBuilder<BankAccount>();
        foreach (var item in record.Objects("accounts", AccountProperties))
        {
            var (number, bank, holder) = (item.RequiredText("number", "IE29AIBK93115212345678"), item.Text("bank"), item.Text("holder"));
            if (number.Length > 0 && PartyFields.Made(item, "number", () => new BankAccount(number, bank, holder)) is { } account)
            {
                accounts.Add(account);
            }
        }

        return accounts.ToImmutable();
    }

    private static Branding Branding(JsonRecord record)
    {
        var (color, logo) = (record.Text("color"), record.Text("logo", LargestLogo));
        try
        {
            return PartyFields.Made(record, logo is null ? "color" : "logo", () => new Branding { Color = color, Logo = logo is null ? [] : [.. Convert.FromBase64String(logo)] }) ?? new Branding();
        }
        catch (FormatException)
        {
            record.Refuse("logo", "is not a file in base 64.");
            return new Branding();
        }
    }
}
