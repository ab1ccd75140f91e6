using Microsoft.Extensions.DependencyInjection;
using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.EntityFrameworkCore.Quotes;
using Msp.Billing.Plans;
using Msp.Billing.Quotes;
using Msp.Quoting.Web.Hosting;
using Msp.Quoting.Web.Sellers;
using Site = Msp.Quoting.Web.Tests.Hosting.Site;

namespace Msp.Quoting.Web.Tests.Pages;

/// <summary>What is said before new prices are published.</summary>
public sealed class PriceImpactTests(Site site)
{
    [Fact]
    public void Undecided_quotes_that_begin_under_the_new_prices_are_counted()
    {
        using var store = site.Host.Services.GetRequiredService<DatabaseFile>().Open();
        var today = new DateOnly(2026, 4, 1);
        Plan[] plans = [Plan("impact", "seat"), Plan("impact-free", "free"), Plan("impact-other", "unpriced")];
        var before = new PriceBook("EUR 2026", Currency.Eur, new DateOnly(2026, 1, 1), null,
            new[] { "seat", "free" }.Select(code => KeyValuePair.Create(code, Pricing.PerUnit(code == "seat" ? 60m : 0m, Currency.Eur))));
        var after = before.Raised("EUR 2029", new DateOnly(2029, 6, 1), new Percentage(4m));
        int Count() => PriceImpact.OpenQuotes(store, site.SellerId, plans, before, after, today);
        var (quotes, note, none) = (new QuoteStore(store, site.SellerId), new QuoteNote(today, new DateTimeOffset(2026, 4, 1, 8, 0, 0, TimeSpan.Zero), "jo", ""), Count());

        var counted = quotes.Create("K-1001", Draft("impact", "2029-06-01", "EUR"), note);
        quotes.Create("K-1001", Draft("impact", "2029-05-31", "EUR"), note); // begins the day before
        quotes.Create("K-1001", Draft("impact", "2029-06-01", "GBP"), note);
        quotes.Create("K-1001", Draft("impact-free", "2029-06-01", "EUR"), note); // 4 % of nothing
        quotes.Create("K-1001", Draft("impact-other", "2029-06-01", "EUR"), note); // the book has no price for it
        Assert.Equal(none + 1, Count());

        quotes.Move(counted, QuoteAction.Withdraw, note);
        Assert.Equal(none, Count());
    }

    private static Plan Plan(string code, string charge) => new(
        code, code,
        new ServiceLevel("Business hours", ResponseTimes.InMinutes(60, 240, 480, 2_880), CoverHours.BusinessHours, "Three weeks.", "Isolated at once.", new Commitment(36, 12, 30, "None.")),
        [ServiceLine.Helpdesk],
        new Charge(charge, "Seats", BillingUnit.User, Pricing.PerUnit(60m, Currency.Eur)));

    private static QuoteDraft Draft(string plan, string start, string currency) =>
        new() { Title = "Later", Currency = currency, Start = start, Options = [new DraftOption { Code = plan, Plan = plan }] };
}
