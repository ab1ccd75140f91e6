using Microsoft.Playwright;
using Msp.Quoting.Web.Tests.Hosting;
using Msp.Quoting.Web.Tests.Proposals;

namespace Msp.Quoting.Web.Tests.Pages;

/// <summary>Pages as people set them up who read from right to left, space their text, or enlarge it.</summary>
public sealed class MirroredTests(Site site)
{
    // WCAG 2.2, 1.4.12: these distances must be possible without losing anything.
    private const string Spaced = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }";

    private static readonly string[] Paths =
    [
        "/", "/quotes", "/quotes/new", "/quotes/" + SampleQuotes.Draft, "/quotes/" + SampleQuotes.Sent, "/quotes/" + SampleQuotes.Draft + "/versions", "/quotes/" + SampleQuotes.Sent + "/send",
        "/quotes/" + SampleQuotes.Draft + "/approval", "/customers/K-1001", "/contracts/C-2001", "/catalog", "/templates", "/settings",
    ];

    [Fact]
    public async Task From_right_to_left_pages_are_mirrored_and_fit()
    {
        Site.NeedsBrowser();
        var wrong = new List<string>();
        await using var browser = await site.Open();
        foreach (var path in Paths)
        {
            await browser.Go(path);
            await browser.Page.EvaluateAsync("document.documentElement.dir = 'rtl'");
            foreach (var width in new[] { 1440, 820, 390 })
            {
                await Look(browser.Page, path, "rtl", width, wrong);
            }

            await browser.Page.SetViewportSizeAsync(1440, 900);
            Assert.Equal(1440, await browser.Page.EvaluateAsync<int>("Math.round(document.querySelector('.side').getBoundingClientRect().right)"));
            wrong.AddRange((await browser.Page.EvaluateAsync<string[]>(Physical)).Select(text => $"{path}: {text}"));
        }

        await browser.Go(Offer.Send(site, compares: true).Link);
        await browser.Page.EvaluateAsync("document.documentElement.dir = 'rtl'");
        await Look(browser.Page, "proposal", "rtl", 1440, wrong);
        await Look(browser.Page, "proposal", "rtl", 390, wrong);
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Distinct()));
    }

    [Fact]
    public async Task Spaced_and_enlarged_text_loses_nothing()
    {
        Site.NeedsBrowser();
        var wrong = new List<string>();
        await using var browser = await site.Open();
        foreach (var path in Paths.Append(Offer.Send(site, compares: true).Link))
        {
            await browser.Go(path);
            await Style(browser.Page, Spaced);
            await Look(browser.Page, path, "spaced", 1440, wrong);
            await Look(browser.Page, path, "spaced", 390, wrong);
            await Style(browser.Page, "");
            await Look(browser.Page, path, "200 % zoom", 640, wrong); // 1280 / 2
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    // WCAG 2.2, 1.4.4: the browser's own letters set to twice their size, which the breakpoints follow because they are in rem.
    [Fact]
    public async Task Letters_twice_as_large_fit_on_every_page()
    {
        Site.NeedsBrowser();
        var wrong = new List<string>();
        await using var browser = await site.Open();
        foreach (var path in PageList.SignedIn.Concat(Paths).Append(Offer.Send(site, compares: true).Link).Distinct())
        {
            await browser.Go(path);
            var session = await browser.Page.Context.NewCDPSessionAsync(browser.Page);
            await session.SendAsync("Page.setFontSizes", new Dictionary<string, object> { ["fontSizes"] = new Dictionary<string, object> { ["standard"] = 32, ["fixed"] = 26 } });
            Assert.Equal("32px", await browser.Page.EvaluateAsync<string>("getComputedStyle(document.documentElement).fontSize"));
            await Look(browser.Page, path, "200 % text", 1280, wrong);
            await Look(browser.Page, path, "200 % text", 820, wrong);
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static async Task Style(IPage page, string rules) =>
        await page.EvaluateAsync("rules => { const sheet = new CSSStyleSheet(); sheet.replaceSync(rules); document.adoptedStyleSheets = [sheet]; }", rules);

    private static async Task Look(IPage page, string path, string how, int width, List<string> wrong)
    {
        await page.SetViewportSizeAsync(width, 900);
        if (Environment.GetEnvironmentVariable("MSP_SCREENSHOTS") is { Length: > 0 } folder)
        {
            var file = string.Concat($"{how} {path} {width}".Select(letter => char.IsLetterOrDigit(letter) ? letter : '-'));
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, file[..Math.Min(60, file.Length)] + ".png"), FullPage = true });
        }

        if (await Judging.Overflow(page) is { } overflow)
        {
            wrong.Add($"{path}, {how}: {overflow}");
        }

        wrong.AddRange((await page.EvaluateAsync<string[]>(Clipped)).Select(text => $"{path}, {how} at {width}: {text}"));
    }

    // Text that is wider or higher than the box that cuts it off.
    private const string Clipped =
        """
        () => [...document.querySelectorAll('button, .btn, .badge, th, td, label, h1, h2, dt, dd, .nav a, summary')]
          .filter(e => e.checkVisibility({ visibilityProperty: true }) && !e.closest('.vh') && ['hidden', 'clip'].includes(getComputedStyle(e).overflowX) && e.scrollWidth > e.clientWidth + 1)
          .slice(0, 3).map(e => `cut off: ${e.outerHTML.slice(0, 110)}`)
        """;

    // A rule that names left or right where it should name start or end.
    private const string Physical =
        """
        () => [...document.styleSheets].flatMap(sheet => {
          const found = [];
          const walk = rules => { for (const rule of rules) { if (rule.cssRules?.length) walk(rule.cssRules); if (rule.selectorText && /(^|[;{\s])(margin|padding|border)-(left|right)\s*:|(^|[;{\s])(left|right)\s*:|text-align:\s*(left|right)|float:\s*(left|right)/.test(rule.cssText)) found.push(rule.cssText.slice(0, 120)); } };
          walk(sheet.cssRules);
          return found;
        })
        """;
}
