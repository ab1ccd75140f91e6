using Msp.Billing.Contracts;

namespace Msp.Billing.Tests.Contracts;

public sealed class PartyTests
{
    [Theory]
    [InlineData("IE29AIBK93115212345678", "IE29 AIBK 9311 5212 3456 78")]
    [InlineData("DE89 3704 0044 0532 0130 00", "DE89 3704 0044 0532 0130 00")]
    [InlineData("NO93 8601 1117 947", "NO93 8601 1117 947")]
    public void An_IBAN_is_kept_without_spaces_and_printed_in_groups_of_four(string entered, string printed)
    {
        var account = new BankAccount(entered);

        Assert.True(account.IsIban);
        Assert.Equal(entered.Replace(" ", "", StringComparison.Ordinal), account.Number);
        Assert.Equal(printed, account.Printed);
    }

    [Theory]
    [InlineData("IE29AIBK93115212345679")] // last digit
    [InlineData("IE92AIBK93115212345678")] // check digits turned round
    [InlineData("DE89370400440532013")] // too short, and wrong
    [InlineData("DE8937040044-532013000")]
    public void An_IBAN_with_a_slip_is_refused(string entered) => Assert.Throws<ArgumentException>(() => new BankAccount(entered));

    [Fact]
    public void An_account_in_a_country_without_IBANs_is_taken_as_it_is()
    {
        var account = new BankAccount("000123456789", "021000021");

        Assert.False(account.IsIban);
        Assert.Equal(("000123456789", "021000021"), (account.Printed, account.Bank));
    }

    [Theory]
    [InlineData("993", "IE1")]
    [InlineData("VAT", "IE1")]
    [InlineData("9935", " ")]
    public void An_electronic_address_has_a_scheme_of_the_list(string scheme, string id) => Assert.Throws<ArgumentException>(() => new ElectronicAddress(scheme, id));

    [Theory]
    [InlineData(null, "HRB 1")]
    [InlineData("0106", "12345678")]
    public void A_registration_may_name_its_register(string? scheme, string id) => Assert.Equal(scheme, new LegalRegistration(id, scheme).Scheme);

    [Theory]
    [InlineData("106")]
    [InlineData("HRB")]
    public void A_register_has_four_digits(string scheme) => Assert.Throws<ArgumentException>(() => new LegalRegistration("12345678", scheme));

    [Fact]
    public void A_contact_says_something()
    {
        Assert.Throws<ArgumentException>(() => new ContactPoint(" "));
        Assert.Throws<ArgumentException>(() => new ContactPoint("Accounts", email: "accounts"));
        Assert.Equal("a@b.example", new ContactPoint(null, email: " a@b.example ").Email);
    }

    [Fact]
    public void A_text_has_one_line()
    {
        Assert.Throws<ArgumentException>(() => new PostalAddress("1 Quay\nDublin", "Dublin", null));
        Assert.Throws<ArgumentException>(() => new PostalAddress("1 Quay", "", "D01"));
        Assert.Null(new PostalAddress(" ", "Dublin", "").Street);
    }

    [Fact]
    public void A_VAT_number_begins_with_its_country()
    {
        Assert.Throws<ArgumentException>(() => new SellerDetails { VatNumber = "6388047V" });
        Assert.Equal("IE6388047V", new SellerDetails { VatNumber = "IE6388047V" }.VatNumber);
    }

    [Fact]
    public void A_logo_is_a_picture_of_a_size_that_every_document_can_carry()
    {
        Assert.Throws<ArgumentException>(() => new Branding { Logo = [1, 2, 3] });
        Assert.Throws<ArgumentException>(() => new Branding { Logo = [0xFF, 0xD8, 0xFF, .. new byte[Branding.LargestLogo]] });
        Assert.Throws<ArgumentException>(() => new Branding { Color = "blue" });
        Assert.Equal("#1F5FA8", new Branding { Color = "#1F5FA8", Logo = [0x89, (byte)'P', (byte)'N', (byte)'G'] }.Color);
    }

    [Fact]
    public void An_order_for_the_contract_goes_before_one_for_all_and_only_on_its_days()
    {
        var details = new CustomerDetails
        {
            PurchaseOrders =
            [
                new PurchaseOrder("PO-ALL"), new PurchaseOrder("PO-C1-2025", "C-1", null, new DateOnly(2025, 12, 31)), new PurchaseOrder("PO-C1-2026", "C-1", new DateOnly(2026, 1, 1)),
            ],
        };

        Assert.Equal("PO-C1-2025", details.PurchaseOrderFor("C-1", new DateOnly(2025, 12, 31))?.Number);
        Assert.Equal("PO-C1-2026", details.PurchaseOrderFor("C-1", new DateOnly(2026, 1, 1))?.Number);
        Assert.Equal("PO-ALL", details.PurchaseOrderFor("C-2", new DateOnly(2026, 1, 1))?.Number);
        Assert.Null(CustomerDetails.None.PurchaseOrderFor("C-1", new DateOnly(2026, 1, 1)));
        Assert.Throws<ArgumentException>(() => new PurchaseOrder("PO", null, new DateOnly(2026, 1, 2), new DateOnly(2026, 1, 1)));
    }
}
