using Microsoft.Playwright;
using Msp.Quoting.Web.Tests.Hosting;

namespace Msp.Quoting.Web.Tests.Pages;

/// <summary>The builder as somebody uses it: typing, keys, two tabs, and without scripts.</summary>
public sealed class QuoteBuilderTests(Site site)
{
    private const string Users = "#Counts_user";
    private const string Names = ".quote-lines tbody input[name$='.Name']";

    [Fact]
    public async Task Typing_keeps_the_focus_and_changes_the_totals()
    {
        await using var browser = await Open();
        var page = browser.Page;
        Assert.Equal("€4,100.68", await page.TextContentAsync("#monthly"));
        Assert.Equal(0, await page.Locator("[aria-invalid], .has-error").CountAsync());
        await page.FocusAsync(Users);
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.PressAsync("Backspace");
        await page.Keyboard.TypeAsync("6");
        await page.WaitForFunctionAsync("() => document.querySelector('#monthly').textContent === '€4,153.04'");

        // (349 + 25 × 62 + 21 × 55.125 + 3 × 45 + 2 × 95 + 45 × 22) × 0.95 a month, a year of it rounded once.
        Assert.Equal("46", await page.InputValueAsync(Users));
        Assert.Equal("Counts_user", await page.EvaluateAsync<string>("document.activeElement.id"));
        await Saved(page);
        await page.ReloadAsync();
        Assert.Equal("46", await page.InputValueAsync(Users));
    }

    [Fact]
    public async Task A_line_is_added_moved_removed_and_put_back_by_keyboard()
    {
        await using var browser = await Open();
        var page = browser.Page;
        await page.Locator(Names).Last.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForFunctionAsync($"() => document.querySelectorAll(\"{Names}\").length === 4 && document.activeElement === document.querySelectorAll(\"{Names}\")[3]");
        await page.Keyboard.TypeAsync("Spare parts");
        await page.Keyboard.PressAsync("Alt+ArrowUp");
        await page.WaitForFunctionAsync($"() => document.querySelectorAll(\"{Names}\")[2].value === 'Spare parts'");
        Assert.Equal("Spare parts", await page.EvaluateAsync<string>("document.activeElement.value"));
        await Saved(page);
        await page.Locator("button[value^='remove:']").Nth(1).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync(".toast");
        Assert.Equal(["Managed firewall", "Spare parts", "Onboarding and documentation"], await Values(page));
        await page.FocusAsync(".toast button");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForFunctionAsync($"() => document.querySelectorAll(\"{Names}\").length === 4");
        Assert.Equal(["Managed firewall", "Microsoft 365 Business Premium", "Spare parts", "Onboarding and documentation"], await Values(page));
    }

    [Fact]
    public async Task What_is_typed_while_a_line_is_removed_is_kept()
    {
        await using var browser = await Open();
        var page = browser.Page;
        await page.Locator(Names).First.FillAsync("Firewall, managed");
        await page.Locator("button[value='remove:item-2']").ClickAsync();
        await page.FillAsync(Users, "50");
        await page.WaitForFunctionAsync($"() => document.querySelectorAll(\"{Names}\").length === 2");
        await Saved(page);
        await page.ReloadAsync();
        Assert.Equal(["Firewall, managed", "Onboarding and documentation"], await Values(page));
        Assert.Equal("50", await page.InputValueAsync(Users));
    }

    [Fact]
    public async Task Too_many_requests_only_delay_and_lose_nothing()
    {
        await using var browser = await Open();
        browser.ExpectedStatus = 429;
        var page = browser.Page;
        var refused = 0;
        await page.RouteAsync("**/quotes/Q-*", async route =>
        {
            if (route.Request.Method == "POST" && refused < 2)
            {
                refused++;
                await route.FulfillAsync(new RouteFulfillOptions { Status = 429, Headers = new Dictionary<string, string> { ["Retry-After"] = "1" } });
                return;
            }

            await route.ContinueAsync();
        });
        await page.FillAsync(Users, "60");
        await page.Locator("button[value='remove:item-2']").ClickAsync();
        await page.Locator(Names).First.FillAsync("Firewall, managed");
        await page.WaitForFunctionAsync($"() => document.querySelectorAll(\"{Names}\").length === 2", null, new PageWaitForFunctionOptions { Timeout = 20_000 });
        await Saved(page);
        await page.ReloadAsync();
        Assert.Equal(2, refused);
        Assert.Equal("60", await page.InputValueAsync(Users));
        Assert.Equal(["Firewall, managed", "Onboarding and documentation"], await Values(page));
    }

    [Fact]
    public async Task Without_scripts_a_removed_line_is_put_back_as_it_was()
    {
        Site.NeedsBrowser();
        var number = site.NewQuote();
        await using var browser = await site.Open(new Look(390) { RunsScripts = false });
        await browser.Go("/quotes/" + number);
        var page = browser.Page;
        await page.FillAsync("#Items_item-2_Quantity", "44");
        await page.ClickAsync("button[value='remove:item-2']");
        Assert.Equal(2, await page.Locator(Names).CountAsync());
        await page.ClickAsync(".toast button");
        Assert.Equal(3, await page.Locator(Names).CountAsync());
        Assert.Equal("44", await page.InputValueAsync("#Items_item-2_Quantity"));
    }

    [Fact]
    public async Task Without_scripts_buttons_do_the_same_and_errors_link_to_their_fields()
    {
        Site.NeedsBrowser();
        var number = site.NewQuote();
        await using var browser = await site.Open(new Look(1440) { RunsScripts = false });
        await browser.Go("/quotes/" + number);
        var page = browser.Page;
        await page.ClickAsync("button[value=add]");
        Assert.Equal(4, await page.Locator(Names).CountAsync());
        await page.ClickAsync("button[value='remove:item-4']");
        await page.FillAsync(Users, "many");
        await page.FillAsync("#Discount_Percent", "120");
        await page.Locator("button[value=save]").Last.ClickAsync();
        Assert.StartsWith("Error:", await page.TitleAsync(), StringComparison.Ordinal);
        Assert.Equal("many", await page.InputValueAsync(Users));
        Assert.Equal("€4,100.68", await page.TextContentAsync("#monthly"));
        Assert.Contains("Last valid figures", await page.TextContentAsync("#summary"), StringComparison.Ordinal);
        await page.ClickAsync("#error-summary a[href='#Counts_user']");
        await page.FillAsync(Users, "46");
        await page.FillAsync("#Discount_Percent", "5");
        await page.Locator("button[value=save]").Last.ClickAsync();
        Assert.Equal("€4,153.04", await page.TextContentAsync("#monthly"));
    }

    [Fact]
    public async Task Two_tabs_do_not_overwrite_each_other()
    {
        Site.NeedsBrowser();
        var number = site.NewQuote();
        await using var first = await site.Open();
        await using var second = await site.Open();
        await first.Go("/quotes/" + number);
        await second.Go("/quotes/" + number);
        await first.Page.FillAsync(Users, "60");
        await Saved(first.Page);
        await first.Page.WaitForFunctionAsync("() => document.getElementById('version').value === '2'");
        await second.Page.FillAsync(Users, "70");
        await second.Page.WaitForSelectorAsync(".conflict");
        var rows = await second.Page.TextContentAsync(".conflict tbody");
        Assert.Contains("60", rows, StringComparison.Ordinal);
        Assert.Contains("70", rows, StringComparison.Ordinal);
        await second.Page.ClickAsync(".conflict button[value=mine]");
        await second.Page.WaitForFunctionAsync("() => document.getElementById('conflict').children.length === 0");
        await second.Page.ReloadAsync();
        Assert.Equal("70", await second.Page.InputValueAsync(Users));
    }

    [Fact]
    public async Task An_earlier_version_is_compared_and_restored()
    {
        await using var browser = await Open();
        var page = browser.Page;
        await page.FillAsync(Users, "60");
        await Saved(page);
        await page.WaitForFunctionAsync("() => document.getElementById('version').value === '2'");
        await page.ClickAsync("a[href$='/versions']");
        Assert.Contains("45", await page.TextContentAsync(".diff del"), StringComparison.Ordinal);
        await page.ClickAsync("button[aria-label='Restore version 1']");
        Assert.Equal("45", await page.InputValueAsync(Users));
    }

    [Fact]
    public async Task A_quote_begins_from_a_template_and_for_a_new_customer()
    {
        await using var browser = await Open();
        var page = browser.Page;
        var name = "Office " + page.Url[^4..];
        await page.FillAsync("#name", name);
        await page.ClickAsync("form.template button");
        await page.GotoAsync("/quotes/new?from=template&template=" + Uri.EscapeDataString(name));
        await page.FillAsync("#Name", "Harbor Legal Partners");
        await page.SelectOptionAsync("#Country", "IE");
        await page.ClickAsync("main form .btn-primary");
        await page.FillAsync(Users, "45");
        await page.WaitForFunctionAsync("() => document.querySelector('#monthly')");
        Assert.Contains("Harbor Legal Partners", await page.TextContentAsync("h1"), StringComparison.Ordinal);
        Assert.Equal(3, await page.Locator(Names).CountAsync());
        await Saved(page);
    }

    private async Task<BrowserPage> Open()
    {
        Site.NeedsBrowser();
        var browser = await site.Open();
        await browser.Go("/quotes/" + site.NewQuote());
        return browser;
    }

    private static async Task<string[]> Values(IPage page) => await page.EvaluateAsync<string[]>($"[...document.querySelectorAll(\"{Names}\")].map(one => one.value)");

    // Nothing waits and nothing runs: the words of the page say when it was saved.
    private static Task<IJSHandle> Saved(IPage page) =>
        page.WaitForFunctionAsync("() => new Promise(done => setTimeout(() => done(!document.querySelector('form[data-quote]').hasAttribute('aria-busy') && !/Saving/.test(document.getElementById('saved').textContent)), 250))");
}
