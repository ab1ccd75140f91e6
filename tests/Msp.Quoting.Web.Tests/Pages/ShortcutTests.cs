using Msp.Quoting.Web.Tests.Hosting;

namespace Msp.Quoting.Web.Tests.Pages;

/// <summary>The list of keyboard shortcuts, and that a letter alone does nothing.</summary>
public sealed class ShortcutTests(Site site)
{
    [Fact]
    public async Task A_question_mark_outside_of_a_field_opens_the_list_and_Escape_closes_it()
    {
        Site.NeedsBrowser();
        await using var browser = await site.Open();
        await browser.Go("/quotes");
        var page = browser.Page;
        await page.FocusAsync("input[name=q]");
        await page.Keyboard.TypeAsync("?");
        Assert.Equal("?", await page.InputValueAsync("input[name=q]"));
        Assert.False(await page.IsVisibleAsync("#keys-dialog"));

        await page.FocusAsync("#main");
        await page.Keyboard.PressAsync("?");
        Assert.Contains("Check and send", await page.InnerTextAsync("#keys-dialog"), StringComparison.Ordinal);
        var wrong = await Judging.Judge(page, "shortcuts");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        await page.Keyboard.PressAsync("Escape");
        Assert.False(await page.IsVisibleAsync("#keys-dialog"));

        await page.ClickAsync("[data-keys]");
        await page.ClickAsync("#keys-dialog button");
        Assert.False(await page.IsVisibleAsync("#keys-dialog"));
    }

    [Fact]
    public async Task Without_scripts_the_list_is_on_a_page()
    {
        Site.NeedsBrowser();
        await using var browser = await site.Open(new Look(1440) { RunsScripts = false });
        await browser.Go("/quotes");
        await browser.Page.ClickAsync("[data-keys]");
        Assert.EndsWith("/account#keys", browser.Page.Url, StringComparison.Ordinal);
        Assert.True(await browser.Page.IsVisibleAsync("#keys kbd"));
    }

    [Fact]
    public async Task No_letter_alone_does_anything()
    {
        Site.NeedsBrowser();
        await using var browser = await site.Open();
        await browser.Go("/quotes/" + site.NewQuote());
        var page = browser.Page;
        var (address, before) = (page.Url, await page.Locator("main").AriaSnapshotAsync());
        await page.FocusAsync("#main");
        await page.Keyboard.TypeAsync("abcdefghijklmnopqrstuvwxyz0123456789");
        Assert.Equal((address, before), (page.Url, await page.Locator("main").AriaSnapshotAsync()));
    }
}
