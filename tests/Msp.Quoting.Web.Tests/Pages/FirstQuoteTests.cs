using System.Globalization;
using Microsoft.Playwright;
using Msp.Quoting.Web.Tests.Hosting;

namespace Msp.Quoting.Web.Tests.Pages;

/// <summary>What somebody needs who has never seen the tool: two screens and four numbers.</summary>
public sealed class FirstQuoteTests(Site site)
{
    private readonly List<string> _screens = [];
    private int _numbers;

    [Theory]
    [InlineData(1440, true)]
    [InlineData(390, true)]
    [InlineData(1440, false)]
    public async Task A_person_who_has_never_seen_it_quotes_an_office_in_two_screens_and_four_numbers(int width, bool scripts)
    {
        Site.NeedsBrowser();
        await using var browser = await site.Open(new Look(width) { RunsScripts = scripts });
        await browser.Go("/quotes");
        var page = browser.Page;

        await page.ClickAsync("main a:has-text('New quote')");
        Screen(page);
        await page.SelectOptionAsync("#Template", "Office 25-100");
        await Type(page, "#Name", "Harbor Legal Partners");
        await page.ClickAsync("main form .btn-primary");

        Screen(page);
        await Type(page, "#Counts_user", "45");
        await Type(page, "#Counts_workstation", "58");
        await Type(page, "#Counts_server", "3");
        await Type(page, "#Counts_site", "2");
        if (!scripts)
        {
            await page.Locator("button[value=save]").Last.ClickAsync();
        }

        // Standard: platform 349 + users 25 x 62 + 20 x 55.125 = 2,652.50 + servers 3 x 45 = 135 make 3,136.50;
        // firewalls 2 x 95 = 190, Microsoft 365 45 x 22 = 990: 4,316.50 a month.
        // Once: users 45 x 35 + workstations 58 x 12 + servers 3 x 180 + sites 2 x 150 = 1,575 + 696 + 540 + 300 = 3,111.
        await Assertions.Expect(page.Locator("#monthly")).ToHaveTextAsync("€4,316.50");
        await Assertions.Expect(page.Locator("#summary")).ToContainTextAsync("€3,111.00");
        await Assertions.Expect(page.Locator("#summary")).ToContainTextAsync("€158,505.00"); // 36 x 4,316.50 + 3,111 = 155,394 + 3,111
        var number = new Uri(page.Url).Segments[^1];
        await page.WaitForLoadStateAsync(); // the figures are there before the rest of the page is
        await page.Locator("button[value=send]:visible").First.ClickAsync();
        await page.WaitForURLAsync("**/send");

        Assert.Equal(["/quotes/new", "/quotes/" + number], _screens);
        Assert.Equal(4, _numbers);
        Assert.Equal(0, await page.Locator(".error-summary").CountAsync());
        var checks = await page.InnerTextAsync("main");
        Assert.Contains("€4,316.50", checks, StringComparison.Ordinal);
        Assert.DoesNotContain("pproval is needed", checks, StringComparison.Ordinal);
        Assert.True(await page.Locator("main form button:has-text('Send')").First.IsEnabledAsync());
        if (width == 1440 && scripts)
        {
            await Judging.AssertGood(page, "check and send");
            await browser.Go($"/quotes/{number}/preview");
            Assert.Contains("4,316.50", await page.InnerTextAsync("#glance"), StringComparison.Ordinal);
            await Judging.AssertGood(page, "the office's proposal");
            await browser.Go($"/quotes/{number}");
            await Judging.AssertGood(page, "the office's quote");
        }
    }

    [Fact]
    public async Task A_heavily_discounted_quote_of_the_same_office_needs_approval()
    {
        Site.NeedsBrowser();
        await using var browser = await site.Open();
        await browser.Go("/quotes/new");
        var page = browser.Page;
        await page.SelectOptionAsync("#Template", "Office 25-100");
        await page.FillAsync("#Name", "Dockside Traders");
        await page.ClickAsync("main form .btn-primary");
        foreach (var (field, count) in new[] { ("user", "45"), ("workstation", "58"), ("server", "3"), ("site", "2") })
        {
            await page.FillAsync("#Counts_" + field, count);
        }

        await page.FillAsync("#Discount_Percent", "35");
        await Assertions.Expect(page.Locator("#monthly")).ToHaveTextAsync("€2,805.73"); // 65 % of 4,316.50 = 2,805.725
        await page.Locator("button[value=send]:visible").First.ClickAsync();
        await page.WaitForURLAsync("**/send");
        Assert.Contains("pproval", await page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    private void Screen(IPage page) => _screens.Add(new Uri(page.Url).AbsolutePath);

    private async Task Type(IPage page, string field, string text)
    {
        await page.FillAsync(field, text);
        _numbers += decimal.TryParse(text, CultureInfo.InvariantCulture, out _) ? 1 : 0;
    }
}
