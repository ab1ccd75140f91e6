using System.Globalization;
using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.EntityFrameworkCore.Tests.Invoicing;

namespace Msp.Billing.EntityFrameworkCore.Tests.Contracts;

public abstract class CustomerListTests
{
    private readonly Provider _provider;

    private protected CustomerListTests(Provider provider) => _provider = provider;

    [Fact]
    public void Customers_come_in_the_order_of_a_dictionary_and_of_two_with_one_name_the_smaller_number_first()
    {
        using var database = new TempDatabase(_provider);
        var list = Add(database, ("K-9", "Zeta"), ("K-3", "adler"), ("K-2", "Äcker"), ("K-8", "Acht"), ("K-5", "Ölmann"), ("K-7", "Öl & Gas"), ("K-6", "Oliva"), ("K-4", "ACHT"));

        // K-1, Nordwind Logistics, is in every database. A space and a sign come before every letter.
        Assert.Equal(["K-4", "K-8", "K-2", "K-3", "K-1", "K-7", "K-6", "K-5", "K-9"], Numbers(list.Find(null, 0, 100)));
        Assert.Equal(["K-3", "K-1"], Numbers(list.Find(" ", 3, 2)));
        Assert.Empty(list.Find(null, 9, 5));
        Assert.Equal(9, list.Count());
    }

    [Theory]
    [InlineData("müller", "K-2 K-3 K-4")]
    [InlineData("MULLER", "K-2 K-3 K-4")]
    [InlineData("ller b", "K-4")]
    [InlineData("k-3", "K-3")]
    [InlineData("50%", "K-5")]
    [InlineData("%", "K-5")]
    [InlineData("_", "")]
    [InlineData("weiss", "K-6")]
    [InlineData("'", "K-7")]
    [InlineData("nobody", "")]
    public void A_search_looks_at_neither_capitals_nor_accents_and_takes_signs_as_they_are(string letters, string expected)
    {
        using var database = new TempDatabase(_provider);
        var list = Add(database, ("K-2", "Müller"), ("K-3", "Muller"), ("K-4", "MÜLLER Bau"), ("K-5", "50% Off"), ("K-6", "Weiß"), ("K-7", "O'Neill"));
        string[] numbers = expected.Length == 0 ? [] : expected.Split(' ');

        Assert.Equal(numbers.Order(StringComparer.Ordinal), Numbers(list.Find(letters, 0, 100)).Order(StringComparer.Ordinal));
        Assert.Equal(numbers.Length, list.Count(letters));
    }

    [Fact]
    public void A_new_name_moves_a_customer()
    {
        using var database = new TempDatabase(_provider);
        var list = Add(database, ("K-2", "Berg"), ("K-3", "Ott"));
        Assert.Equal(["K-2", "K-1", "K-3"], Numbers(list.Find(null, 0, 100)));

        using (var transaction = database.Store.Begin())
        {
            using var writer = new CustomerWriter(database.Store, database.SellerId);
            writer.Update(new Customer("K-2", "Övergård", new TaxProfile("DE")), version: 1);
            transaction.Commit();
        }

        Assert.Equal(["K-1", "K-3", "K-2"], Numbers(list.Find(null, 0, 100)));
        Assert.Equal(["K-2"], Numbers(list.Find("overgard", 0, 100)));
        Assert.Empty(list.Find("berg", 0, 100));
    }

    [Fact]
    public void Pages_hold_each_customer_once_with_all_that_it_is()
    {
        using var database = new TempDatabase(_provider);
        var list = Add(database, [.. Enumerable.Range(2, 22).Select(i => ("K-" + i.ToString(CultureInfo.InvariantCulture), "Same name"))]);

        var paged = Enumerable.Range(0, 5).SelectMany(page => Numbers(list.Find(null, page * 5, 5))).ToList();

        Assert.Equal(23, paged.Distinct().Count());
        Assert.Equal(Numbers(list.Find(null, 0, 100)), paged);
        Assert.Equal(("Nordwind Logistics", "DE"), list.Find("nordwind", 0, 1) is [var only] ? (only.Name, only.Tax.Jurisdiction) : default);
    }

    [Fact]
    public void Members_of_a_group_come_by_name()
    {
        using var database = new TempDatabase(_provider);
        using (var transaction = database.Store.Begin())
        {
            using var writer = new CustomerWriter(database.Store, database.SellerId);
            writer.Add([.. new[] { ("K-2", "Zeche"), ("K-3", "Ähre") }.Select(one => new Customer(one.Item1, one.Item2, new TaxProfile("DE")) { Parent = "K-1" }), new Customer("K-4", "Other", new TaxProfile("DE"))]);
            transaction.Commit();
        }

        var list = new CustomerList(database.Store, database.SellerId);
        Assert.Equal(["K-3", "K-2"], Numbers(list.Members("K-1", 10)));
        Assert.Equal(["K-3"], Numbers(list.Members("K-1", 1)));
        Assert.All(list.Members("K-1", 10), member => Assert.Equal("K-1", member.Parent));
        Assert.Empty(list.Members("K-4", 10));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" AND (instr(name_key, 'a') > 0 OR instr(lower(number), 'a') > 0)")]
    public void A_page_is_read_in_the_index_of_names_without_sorting(string found)
    {
        using var database = new TempDatabase(_provider);
        var page = CustomerList.Page.Replace("{0}", found, StringComparison.Ordinal)
            .Replace("?1", "1", StringComparison.Ordinal).Replace("?4", "25", StringComparison.Ordinal).Replace("?5", "1000", StringComparison.Ordinal);

        var steps = QueryPlan.Of(_provider, database.Store, page);

        Assert.Contains(steps, step => step.Contains("IX_customer_seller_id_name_key_number", StringComparison.Ordinal) &&
            (step.Contains("COVERING INDEX", StringComparison.Ordinal) || step.Contains("Index Only Scan", StringComparison.Ordinal)));
        Assert.DoesNotContain(steps, step => step.Contains(QueryPlan.SortStep(_provider), StringComparison.Ordinal));
    }

    [Fact]
    public void Customers_of_an_older_database_get_their_keys_when_it_is_brought_up_to_date()
    {
        using var database = new TempDatabase(_provider);
        var list = Add(database, ("K-2", "Äcker"), ("K-3", "Böhm"));
        database.Store.Execute("UPDATE customer SET name_key = ''"); // as the migration leaves them

        BillingStorage.CreateOrMigrate(database.Path);

        Assert.Equal(["K-2", "K-3", "K-1"], Numbers(list.Find(null, 0, 100)));
        Assert.Equal(0, database.Store.Scalar("SELECT count(*) FROM customer WHERE name_key = ''"));
    }

    [Fact]
    public void Contracts_are_found_by_their_number_and_by_their_customers_name()
    {
        using var database = new TempDatabase(_provider);
        database.Add(PostedMonth.ContractOf("C-1"), PostedMonth.ContractOf("C-2"));
        new ContractSummaries(database.Store, database.SellerId).Refresh(new DateOnly(2026, 2, 20));
        using var db = BillingStorage.CreateContext(database.Path);

        Assert.Equal(["C-2"], db.Contracts(database.SellerId, " c-2 ").Select(contract => contract.Number));
        Assert.Equal(["C-1", "C-2"], db.Contracts(database.SellerId, "NÖRDWIND").Select(contract => contract.Number).OrderBy(number => number));
        Assert.Equal(2, db.Contracts(database.SellerId, " ").Count());
        Assert.Empty(db.Contracts(database.SellerId, "%"));
        Assert.Empty(db.Contracts(database.SellerId + 1, "nordwind"));
    }

    private static CustomerList Add(TempDatabase database, params (string Number, string Name)[] customers)
    {
        using var transaction = database.Store.Begin();
        using var writer = new CustomerWriter(database.Store, database.SellerId);
        writer.Add(customers.Select(customer => new Customer(customer.Number, customer.Name, new TaxProfile("DE"))));
        transaction.Commit();
        return new CustomerList(database.Store, database.SellerId);
    }

    private static IEnumerable<string> Numbers(IEnumerable<Customer> customers) => customers.Select(customer => customer.Number);
}
