using Msp.Billing.Ledger;

namespace Msp.Billing.Tests.Ledger;

public sealed class AccountMapTests
{
    [Fact]
    public void Every_role_has_a_code_of_its_own_place()
    {
        foreach (var role in Enum.GetValues<AccountRole>())
        {
            var changed = AccountMap.Standard.With(role, "7777");

            Assert.Equal("7777", changed.CodeOf(role));
            Assert.Equal(AccountMap.Standard, changed.With(role, AccountMap.Standard.CodeOf(role)));
            Assert.All(Enum.GetValues<AccountRole>().Where(other => other != role), other => Assert.Equal(AccountMap.Standard.CodeOf(other), changed.CodeOf(other)));
        }
    }

    [Theory]
    [InlineData(AccountRole.Receivable, "1200")]
    [InlineData(AccountRole.Revenue, "4000")]
    [InlineData(AccountRole.Tax, "2200")]
    [InlineData(AccountRole.Refunds, "1000")]
    [InlineData(AccountRole.Discounts, "6800")]
    public void A_seller_that_set_nothing_has_the_standard_codes(AccountRole role, string code) => Assert.Equal(code, AccountMap.Standard.CodeOf(role));

    [Fact]
    public void Money_paid_back_out_of_the_bank_is_on_its_account() => Assert.Equal(new Account(AccountRole.Bank, "1000"), AccountMap.Standard.Of(AccountRole.Refunds));

    [Theory]
    [InlineData(AccountRole.Revenue)]
    [InlineData(AccountRole.Tax)]
    public void Revenue_and_tax_have_several_accounts(AccountRole role) => Assert.Throws<ArgumentOutOfRangeException>(() => AccountMap.Standard.Of(role));

    [Fact]
    public void A_code_is_1_to_60_characters()
    {
        Assert.Throws<ArgumentException>(() => AccountMap.Standard.With(AccountRole.Bank, ""));
        Assert.Throws<ArgumentException>(() => AccountMap.Standard.With(AccountRole.Bank, new string('1', 61)));
    }
}
