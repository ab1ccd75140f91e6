using System.Globalization;
using Msp.Billing.Catalog;

namespace Msp.Billing.Tests.Catalog;

public sealed class BillingUnitTests
{
    [Fact]
    public void Every_unit_is_found_by_its_code_and_no_code_repeats()
    {
        Assert.All(BillingUnit.All, unit => Assert.Same(unit, BillingUnit.FromCode(unit.Code)));
        Assert.Equal(BillingUnit.All.Length, BillingUnit.All.Select(unit => unit.Code).Distinct().Count());
    }

    [Fact]
    public void Every_kind_of_device_has_its_own_unit() =>
        Assert.Equal(
            "workstation server switch firewall access-point printer mobile other-device",
            string.Join(' ', Enum.GetValues<DeviceKind>().Select(kind => BillingUnit.ForDevice(kind).Code)));

    [Fact]
    public void An_unknown_code_is_refused_with_the_known_ones()
    {
        var refused = Assert.Throws<ArgumentException>(() => BillingUnit.FromCode("users"));

        Assert.StartsWith("'users' is not a billing unit. Known units: flat, user, site, device, workstation,", refused.Message, StringComparison.Ordinal);
        Assert.Null(BillingUnit.TryFromCode(null));
    }

    [Theory]
    [InlineData("user", "0")]
    [InlineData("user", "45")]
    [InlineData("user", "45.0")]
    [InlineData("hour", "0.25")]
    [InlineData("gb", "0.000001")]
    [InlineData("amount", "1234.56")]
    [InlineData("user", "1000000000000")]
    public void Counts(string unit, string quantity) => BillingUnit.FromCode(unit).Check(Number(quantity), nameof(quantity));

    [Theory]
    [InlineData("user", "-1", "must be a non-negative value")]
    [InlineData("user", "0.5", "users are counted in whole numbers.")]
    [InlineData("hour", "0.0000001", "hours are counted to six decimals.")]
    [InlineData("gb", "1000000000001", "must be less than or equal to '1000000000000'")]
    public void Refuses_what_cannot_be_counted(string unit, string quantity, string because)
    {
        var refused = Assert.Throws<ArgumentOutOfRangeException>(nameof(quantity), () => BillingUnit.FromCode(unit).Check(Number(quantity), nameof(quantity)));

        Assert.Contains(because, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Stored_numbers_stay() // services, charges and posted lines in databases hold them
    {
        Assert.Equal("1 2 3 4 5 6 7 8", Numbers<DeviceKind>());
        Assert.Equal("Workstation Server Switch Firewall AccessPoint Printer Mobile Other", string.Join(' ', Enum.GetNames<DeviceKind>()));
        Assert.Equal("1 2 3 4 5 6 7", Numbers<ServiceLine>());
        Assert.Equal(
            "NetworkMonitoring Helpdesk PatchManagement BackupAndRecovery Cybersecurity CloudManagement VendorManagement",
            string.Join(' ', Enum.GetNames<ServiceLine>()));
        Assert.Equal("1 2 3 4 5 6 7", Numbers<TaxCategory>());
        Assert.Equal("Standard Reduced Zero Exempt ReverseCharge OutsideScope SalesTax", string.Join(' ', Enum.GetNames<TaxCategory>()));
    }

    private static string Numbers<T>()
        where T : struct, Enum => string.Join(' ', Enum.GetValues<T>().Select(value => Convert.ToInt32(value, CultureInfo.InvariantCulture)));

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
