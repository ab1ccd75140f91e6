using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Quoting.Web.Hosting;
using Msp.Quoting.Web.Tests.Hosting;
using Msp.Quoting.Web.Tests.Runs;
using Site = Msp.Quoting.Web.Tests.Hosting.Site;

namespace Msp.Quoting.Web.Tests.Pages;

/// <summary>More customers than anybody chooses from: lists are read a page at a time, and who is quoted is found by letters.</summary>
public sealed class ManyCustomersTests(Site site)
{
    private const int Added = 150;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Lists_are_searched_and_paged_and_a_quote_begins_with_letters_of_a_name(bool onServer)
    {
        await using var desk = await Desk.OpenOn(onServer);
        Fill(desk);

        var last = await desk.Read("all", "/customers?p=999");
        Assert.Contains("Zürcher Anlagen 150", last, StringComparison.Ordinal);
        var found = await desk.Read("all", "/customers?q=ZURCHER anlagen 077");
        Assert.Contains("Zürcher Anlagen 077", found, StringComparison.Ordinal);
        Assert.DoesNotContain("Zürcher Anlagen 078", found, StringComparison.Ordinal);
        Assert.Contains("No customer matches", await desk.Read("all", "/customers?q=nobody-like-this"), StringComparison.Ordinal);

        // Sixty sample customers and these are too many to choose from.
        var form = await desk.Read("all", "/quotes/new?customer=K-1001");
        Assert.DoesNotContain("<select name=\"Customer\"", form, StringComparison.Ordinal);
        Assert.Contains("value=\"K-1001\"", form, StringComparison.Ordinal);
        Assert.Contains("No customer has these letters", (await Begin(desk, "nobody-like-this")).Text, StringComparison.Ordinal);
        var several = await Begin(desk, "zurcher");
        Assert.Contains("150 customers have these letters: choose one, or enter more", several.Text, StringComparison.Ordinal);
        Assert.Contains("The first 100 by name", several.Text, StringComparison.Ordinal);
        Assert.Contains("<option value=\"Z-0100\">Zürcher Anlagen 100 (Z-0100)</option>", several.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Z-0101", several.Text, StringComparison.Ordinal);
        Assert.Contains("Zürcher Anlagen 042", (await Begin(desk, "Anlagen 042")).Text, StringComparison.Ordinal);
        Assert.Contains("Zürcher Anlagen 043", (await Begin(desk, "z-0043")).Text, StringComparison.Ordinal);
        Assert.Contains("Zürcher Anlagen 044", (await Begin(desk, "zurcher", "Z-0044")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_choice_of_a_customer_is_accessible_in_every_look()
    {
        Site.NeedsBrowser();
        await using var desk = await Desk.OpenOn(onServer: false);
        Fill(desk);
        await using var browser = await desk.Browse(site);
        await browser.Go(desk.Host.Address + "quotes/new");
        await browser.Page.FillAsync("#Customer", "zurcher");
        await browser.Page.ClickAsync("main form .btn-primary");
        await browser.Page.Locator("#Chosen").WaitForAsync();
        await Judging.AssertGood(browser.Page, "many customers choice");
    }

    private static void Fill(Desk desk)
    {
        using var store = desk.Host.Services.GetRequiredService<DatabaseFile>().Open();
        using var transaction = store.Begin();
        using (var writer = new CustomerWriter(store, 1))
        {
            writer.Add(Enumerable.Range(1, Added).Select(number => new Customer(
                string.Create(CultureInfo.InvariantCulture, $"Z-{number:0000}"), string.Create(CultureInfo.InvariantCulture, $"Zürcher Anlagen {number:000}"), new TaxProfile("DE"))
            { Country = "DE" }));
        }

        transaction.Commit();
    }

    // The desk follows where it is sent: to the quote, if it began.
    private static Task<(int Status, string Text)> Begin(Desk desk, string customer, string chosen = "") => desk.Press(
        "all", "/quotes/new", "/quotes/new", new("From", "blank"), new("Customer", customer), new("Chosen", chosen), new("Name", ""), new("Country", "DE"));
}
