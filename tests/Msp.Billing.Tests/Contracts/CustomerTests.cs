using Msp.Billing.Amounts;
using Msp.Billing.Contracts;

namespace Msp.Billing.Tests.Contracts;

public sealed class CustomerTests
{
    private static readonly TaxProfile Germany = new("DE");

    [Fact]
    public void Parents_and_children_form_a_tree()
    {
        var tree = new CustomerTree(Of("K-3", "K-2"), Of("K-1"), Of("K-2", "K-1"), Of("K-4", "K-1"));

        Assert.Equal(["K-3", "K-2", "K-1"], tree.UpFrom("K-3").Select(customer => customer.Number));
        Assert.Equal(["K-2", "K-4"], tree.ChildrenOf("K-1").Select(customer => customer.Number));
        Assert.Equal("Company K-2", tree.Find("K-2")?.Name);
        Assert.Null(tree.Find("K-9"));
        Assert.Throws<ArgumentException>(() => tree.UpFrom("K-9"));
    }

    [Theory]
    [InlineData("K-1:K-1", "Customers are above themselves: K-1 → K-1. Take the parent away from one of them.")]
    [InlineData("K-1:K-2 K-2:K-1", "Customers are above themselves: K-1 → K-2 → K-1. Take the parent away from one of them.")]
    [InlineData("K-1: K-2:K-1 K-3:K-4 K-4:K-5 K-5:K-4", "Customers are above themselves: K-4 → K-5 → K-4. Take the parent away from one of them.")]
    [InlineData("K-1: K-2:K-7", "Customer K-2 (Company K-2) has the parent K-7, but there is no such customer.")]
    [InlineData("K-1: K-1:", "Customer number K-1 is used twice: by Company K-1 and Company K-1.")]
    public void Refuses_what_is_no_tree(string parents, string message)
    {
        Customer[] customers = [.. parents.Split(' ').Select(pair => pair.Split(':')).Select(pair => Of(pair[0], pair[1].Length == 0 ? null : pair[1]))];

        Assert.Equal(message, Assert.Throws<CustomerTreeException>(() => new CustomerTree(customers)).Message);
    }

    [Fact]
    public void A_refusal_carries_the_way_round() =>
        Assert.Equal(["K-1", "K-2", "K-1"], Assert.Throws<CustomerTreeException>(() => new CustomerTree(Of("K-1", "K-2"), Of("K-2", "K-1"))).Numbers);

    [Fact]
    public void A_long_chain_is_walked_once_each() // ten thousand companies in one line would take minutes if every walk went to the top
    {
        Customer[] chain = [.. Enumerable.Range(0, 10_000).Select(number => Of($"K-{number}", number == 0 ? null : $"K-{number - 1}"))];

        Assert.Equal(10_000, new CustomerTree(chain).UpFrom("K-9999").Count());
    }

    [Theory]
    [InlineData("DE", "123456789", null, false)]
    [InlineData("DE", "de123456789", null, false)]
    [InlineData("DE", "DE", null, false)]
    [InlineData("DE", null, null, true)]
    [InlineData("DE", "DE123456789", "A charity", true)]
    [InlineData("DE", null, " ", false)]
    [InlineData(" ", null, null, false)]
    public void Refuses_a_tax_profile_that_contradicts_itself(string jurisdiction, string? vatNumber, string? exemption, bool reverse) =>
        Assert.Throws<ArgumentException>(() => new TaxProfile(jurisdiction, vatNumber, exemption, reverse));

    [Fact]
    public void Sites_have_codes_of_their_own()
    {
        var customer = new Customer("K-1", "Company", Germany) { Sites = [new Site("HQ", "Head office"), new Site("B1", "Branch", "Main street 1")] };

        Assert.Equal(2, customer.Sites.Length);
        var refused = Assert.Throws<ArgumentException>(() => new Customer("K-1", "Company", Germany) { Sites = [new Site("HQ", "Head office"), new Site("HQ", "Branch")] });
        Assert.StartsWith("Customer K-1 has two sites of one code: HQ, HQ.", refused.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new Site("", "Head office"));
    }

    [Theory]
    [InlineData("Germany")]
    [InlineData("de")]
    [InlineData("D")]
    public void Countries_are_two_capital_letters(string country)
    {
        Assert.Throws<ArgumentException>(() => new Customer("K-1", "Company", Germany) { Country = country });
        Assert.Throws<ArgumentException>(() => new Seller("main", "Seller", country, Currency.Eur, "Europe/Berlin"));
    }

    [Fact]
    public void A_seller_rounds_half_away_from_zero_and_has_two_people_unless_it_says_otherwise()
    {
        var seller = new Seller("main", "Seller Ltd", "DE", Currency.Eur, "Europe/Berlin");

        Assert.Equal((RoundingMode.HalfAwayFromZero, false), (seller.Rounding, seller.OnePerson));
        Assert.Throws<ArgumentException>(() => new Seller("main", "Seller", "DE", default, "Europe/Berlin"));
        Assert.Throws<ArgumentException>(() => new Seller("main", "Seller", "DE", Currency.Eur, ""));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Seller("main", "Seller", "DE", Currency.Eur, "Europe/Berlin") { Rounding = 0 });
    }

    private static Customer Of(string number, string? parent = null) => new(number, $"Company {number}", Germany) { Parent = parent };
}
