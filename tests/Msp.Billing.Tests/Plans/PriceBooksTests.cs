using System.Globalization;
using Msp.Billing.Amounts;
using Msp.Billing.Plans;

namespace Msp.Billing.Tests.Plans;

public sealed class PriceBooksTests
{
    private static readonly PriceBook Euros2026 = Book("EUR 2026", Currency.Eur, "2026-01-01", "2027-01-01", 100m);
    private static readonly PriceBook Euros2027 = Book("EUR 2027", Currency.Eur, "2027-01-01", null, 104m);
    private static readonly PriceBook Dollars = Book("USD", Currency.Usd, "2026-07-01", null, 120m);

    [Theory]
    [InlineData("2026-01-01", "EUR 2026")]
    [InlineData("2026-12-31", "EUR 2026")]
    [InlineData("2027-01-01", "EUR 2027")] // the end day of one book is the first of the next
    [InlineData("2040-01-01", "EUR 2027")]
    public void The_book_of_a_day_holds_from_its_first_day_to_the_day_before_its_end(string day, string name) =>
        Assert.Equal(name, new PriceBooks(Euros2027, Dollars, Euros2026).On(Currency.Eur, Date(day)).Name);

    [Fact]
    public void An_unknown_currency_is_refused_with_the_known_ones()
    {
        var refused = Assert.Throws<PriceBookException>(() => new PriceBooks(Euros2026, Dollars).On(Currency.Gbp, Date("2026-08-01")));

        Assert.Equal("There is no price book in GBP. There are books in: EUR, USD.", refused.Message);
        Assert.Equal((Currency.Gbp, Date("2026-08-01")), (refused.Currency, refused.Day.GetValueOrDefault()));
        Assert.Equal(
            "There is no price book in GBP. There are books in: no currency.",
            Assert.Throws<PriceBookException>(() => new PriceBooks().On(Currency.Gbp, Date("2026-08-01"))).Message);
    }

    [Fact]
    public void A_day_without_a_book_is_refused_with_the_books_there_are()
    {
        var refused = Assert.Throws<PriceBookException>(() => new PriceBooks(Euros2026, Euros2027, Dollars).On(Currency.Eur, Date("2025-12-31")));

        Assert.Equal("No price book in EUR holds on 2025-12-31. There are: 'EUR 2026' (2026-01-01 to 2026-12-31), 'EUR 2027' (from 2027-01-01).", refused.Message);
    }

    [Fact]
    public void Two_books_of_one_currency_on_one_day_are_refused_with_the_days()
    {
        var spring = Book("Spring", Currency.Eur, "2026-03-01", "2026-06-01", 90m);

        var refused = Assert.Throws<ArgumentException>(() => new PriceBooks(spring, Dollars, Euros2026));

        Assert.Equal(
            "Price books 'EUR 2026' (2026-01-01 to 2026-12-31) and 'Spring' (2026-03-01 to 2026-05-31) both hold for EUR from 2026-03-01 to 2026-05-31. " +
            "End one before the other begins.",
            refused.Message);
        Assert.Contains(
            "both hold for EUR from 2027-06-01 on.",
            Assert.Throws<ArgumentException>(() => new PriceBooks(Euros2027, Book("Summer", Currency.Eur, "2027-06-01", null, 1m))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Books_of_two_currencies_may_hold_on_one_day() => Assert.Equal(2, new PriceBooks(Euros2026, Dollars).All.Length);

    [Fact]
    public void Two_books_of_one_name_are_refused() =>
        Assert.Throws<ArgumentException>(() => new PriceBooks(Euros2026, Book("EUR 2026", Currency.Usd, "2026-01-01", null, 1m)));

    [Fact]
    public void A_new_book_ends_the_one_in_force()
    {
        var books = new PriceBooks(Book("EUR", Currency.Eur, "2026-01-01", null, 100m), Dollars);

        var next = books.Supersede(Book("EUR autumn", Currency.Eur, "2026-09-01", null, 110m), Date("2026-08-31"));

        Assert.Equal("'EUR' (2026-01-01 to 2026-08-31), 'EUR autumn' (from 2026-09-01), 'USD' (from 2026-07-01)", string.Join(", ", next.All));
        Assert.Equal("'EUR' (from 2026-01-01), 'USD' (from 2026-07-01)", string.Join(", ", books.All));
    }

    [Fact]
    public void A_book_does_not_change_days_that_have_begun()
    {
        var books = new PriceBooks(Book("EUR", Currency.Eur, "2026-01-01", null, 100m));

        var refused = Assert.Throws<PriceBookException>(() => books.Supersede(Book("EUR autumn", Currency.Eur, "2026-09-01", null, 110m), Date("2026-09-01")));

        Assert.Equal(
            "Price book 'EUR autumn' (from 2026-09-01) has begun on 2026-09-01: its prices stay. Write a new book that begins on 2026-09-02 or later.", refused.Message);
    }

    [Fact]
    public void A_book_ahead_can_be_replaced_and_one_that_has_begun_cannot()
    {
        var books = new PriceBooks(Euros2026, Euros2027);
        var corrected = Book("EUR 2027", Currency.Eur, "2027-01-01", null, 103m);

        Assert.Equal(103m, books.Replace(corrected, Date("2026-12-31")).On(Currency.Eur, Date("2027-01-01")).Find("user")?.Price);
        Assert.Throws<PriceBookException>(() => books.Replace(corrected, Date("2027-01-01")));
        Assert.Throws<PriceBookException>(() => books.Replace(Book("EUR 2026", Currency.Eur, "2026-08-01", "2027-01-01", 1m), Date("2026-07-01")));
        Assert.Throws<ArgumentException>(() => books.Replace(Book("GBP", Currency.Gbp, "2027-01-01", null, 1m), Date("2026-12-31")));
    }

    [Fact]
    public void A_raised_book_rounds_its_prices_to_six_decimals() // 100 x 1.035 = 103.5
    {
        var raised = Euros2026.Raised("EUR 2027", Date("2027-01-01"), new Percentage(3.5m));

        Assert.Equal((103.5m, "EUR 2027", Date("2027-01-01")), (raised.Find("user")?.Price, raised.Name, raised.From));
        Assert.Null(raised.Until);
    }

    [Fact]
    public void Refuses_reversed_days_foreign_prices_and_repeated_codes()
    {
        Assert.Equal(
            "Price book 'X' would end on 2026-01-01, but begins on 2026-01-01. (Parameter 'until')",
            Assert.Throws<ArgumentException>(() => Book("X", Currency.Eur, "2026-01-01", "2026-01-01", 1m)).Message);
        var user = KeyValuePair.Create("user", Pricing.Flat(1m, Currency.Usd));
        Assert.Equal(
            "Price book 'X' is in EUR, but its price for 'user' is in USD. (Parameter 'prices')",
            Assert.Throws<ArgumentException>(() => new PriceBook("X", Currency.Eur, Date("2026-01-01"), null, [user])).Message);
        Assert.Equal(
            "Price book 'X' has two prices for 'user'. (Parameter 'prices')",
            Assert.Throws<ArgumentException>(() => new PriceBook("X", Currency.Usd, Date("2026-01-01"), null, [user, user])).Message);
    }

    private static PriceBook Book(string name, Currency currency, string from, string? until, decimal price) =>
        new(name, currency, Date(from), until is null ? null : Date(until), [KeyValuePair.Create("user", Pricing.PerUnit(price, currency))]);

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
