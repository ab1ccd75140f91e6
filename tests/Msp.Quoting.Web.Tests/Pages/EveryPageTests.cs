using System.Globalization;
using Msp.Quoting.Web.Tests.Hosting;

namespace Msp.Quoting.Web.Tests.Pages;

/// <summary>Every page in every look: accessible, legible, within the window, without a word from the browser.</summary>
public sealed class EveryPageTests(Site site)
{
    /// <summary>The pages of the tool; add yours. While one writes a page, <c>MSP_PAGES=/runs</c> looks at those alone that have this in their address.</summary>
    public static TheoryData<string> Pages =>
        [.. PageList.SignedIn.Where(path => Environment.GetEnvironmentVariable("MSP_PAGES") is not { Length: > 0 } part || path.Contains(part, StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_accessible_in_every_look(string path)
    {
        Site.NeedsBrowser();
        await using var browser = await site.Open();
        var response = await browser.Go(path);
        Assert.True(response.Ok, string.Create(CultureInfo.InvariantCulture, $"{path} answered {response.Status}"));
        Assert.Equal(0, await browser.Page.Locator(".error-summary").CountAsync());
        await Judging.AssertGood(browser.Page, path);
    }

    [Theory]
    [InlineData("/signin")]
    public async Task A_page_before_sign_in_is_accessible(string path)
    {
        Site.NeedsBrowser();
        await using var browser = await site.Open(signedIn: false);
        await browser.Go(path);
        await Judging.AssertGood(browser.Page, path);
    }
}
