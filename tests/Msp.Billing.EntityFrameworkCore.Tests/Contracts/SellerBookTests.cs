using Msp.Billing.Amounts;
using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore.Contracts;

namespace Msp.Billing.EntityFrameworkCore.Tests.Contracts;

public abstract class SellerBookTests
{
    private static readonly Seller North =
        new("north", "Nord IT", "DK", Currency.FromCode("DKK"), "Europe/Copenhagen", onePerson: true) { Rounding = RoundingMode.HalfToEven };
    private readonly Provider _provider;

    private protected SellerBookTests(Provider provider) => _provider = provider;

    [Fact]
    public void What_is_read_is_what_was_written()
    {
        using var database = new TempDatabase(_provider);
        var sellers = new SellerBook(database.Store);

        sellers.Add(North);

        Assert.Equal(North, sellers.Find("north")?.Seller);
        Assert.Equal(["main", "north"], sellers.All().Select(row => row.Seller.Code));
    }

    [Fact]
    public void A_change_needs_the_version_that_was_read()
    {
        using var database = new TempDatabase(_provider);
        var sellers = new SellerBook(database.Store);
        sellers.Add(North);
        var changed = new Seller("north", "Nord IT", "DK", Currency.FromCode("DKK"), "Europe/Copenhagen");

        sellers.Update(changed, version: 1);

        Assert.Equal((changed, 2L), sellers.Find("north") is { } row ? (row.Seller, row.Version) : default);
        Assert.Equal(StorageFault.Conflict, Assert.Throws<StorageException>(() => sellers.Update(North, version: 1)).Fault);
    }
}
