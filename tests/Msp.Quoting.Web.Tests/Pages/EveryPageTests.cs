using System.Globalization;
using Msp.Quoting.Web.Tests.Hosting;

namespace Msp.Quoting.Web.Tests.Pages;

/// <summary>Every page in every look: accessible, legible, within the window, without a word from the browser.</summary>
public sealed class EveryPageTests(Site site)
{
    /// <summary>The pages of the tool; add yours.</summary>
    public static TheoryData<string> Pages => [.. PageList.SignedIn];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_accessible_in_every_look(string path)
    {
        Site.NeedsBrowser();
        var wrong = new List<string>();
        foreach (var look in Look.All)
        {
            await using var browser = await site.Open(look);
            var response = await browser.Go(path);
            Assert.True(response.Ok, string.Create(CultureInfo.InvariantCulture, $"{path} answered {response.Status}"));
            wrong.AddRange(await Judging.Judge(browser.Page, $"{path} at {look.Width}{(look.IsDark ? " dark" : "")}"));
            if (look.Width == 390)
            {
                await browser.Page.SetViewportSizeAsync(320, 800);
                if (await Judging.Overflow(browser.Page) is { } overflow)
                {
                    wrong.Add($"{path}: {overflow}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [InlineData("/signin")]
    public async Task A_page_before_sign_in_is_accessible(string path)
    {
        Site.NeedsBrowser();
        var wrong = new List<string>();
        foreach (var look in Look.All)
        {
            await using var browser = await site.Open(look, signedIn: false);
            await browser.Go(path);
            wrong.AddRange(await Judging.Judge(browser.Page, $"{path} at {look.Width}{(look.IsDark ? " dark" : "")}"));
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }
}
