using System.Globalization;
using Microsoft.Playwright;
using Msp.Billing.BreakFix;
using Msp.Billing.Quotes;
using Msp.Quoting.Web.Localization;
using Msp.Quoting.Web.Quoting;
using Msp.Quoting.Web.Tests.Hosting;
using Site = Msp.Quoting.Web.Tests.Hosting.Site;

namespace Msp.Quoting.Web.Tests.Quoting;

/// <summary>Who should consider a managed service, on the pages: asked of the customer, answered both ways in the same size, shared only where the seller chooses.</summary>
public sealed class FitPageTests(Site site)
{
    /// <summary>45 users at 2 sites: 25 + 20 + 25 + 15 is 85, and 55 at the least whatever the comparison says.</summary>
    private static readonly Dictionary<string, string> Suits = new() { ["Counts_site"] = "2", ["Fit_Technicians"] = "0", ["Fit_IsRegulated"] = DraftFit.Yes };

    /// <summary>45 users at one site with five technicians: 25 − 30 is below zero, and 15 at the most.</summary>
    private static readonly Dictionary<string, string> DoesNot = new()
    {
        ["Counts_site"] = "1",
        ["Fit_Technicians"] = "5",
        ["Fit_IsRegulated"] = DraftFit.No,
        ["Fit_RemotePercent"] = "0",
        ["Fit_GrowthPercent"] = "0",
    };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Both_answers_stand_in_the_same_place_and_size_for_seller_and_customer(bool runsScripts)
    {
        Site.NeedsBrowser();
        await using var browser = await site.Open(new Look(1440) { RunsScripts = runsScripts });
        var (yes, no) = (await Answer(browser, runsScripts, Suits, "A managed service suits you"), await Answer(browser, runsScripts, DoesNot, "A managed service does not suit you"));
        Assert.Equal(yes.Sizes, no.Sizes);
        Assert.StartsWith("Not you, because: 9 users for each own technician: your own people can serve them.", no.Because, StringComparison.Ordinal);
        Assert.Equal("", yes.Because);
    }

    [Fact]
    public async Task It_is_open_until_enough_is_known_and_an_answer_that_cannot_be_is_named_at_its_field()
    {
        Site.NeedsBrowser();
        var number = site.NewQuote();
        await using var browser = await site.Open();
        await browser.Go("/quotes/" + number);
        var page = browser.Page;
        Assert.Equal("Whether a managed service suits you is still open", await page.InnerTextAsync("#fit h2"));
        await page.FillAsync("#Fit_RemotePercent", "130");
        await page.PressAsync("#Fit_RemotePercent", "Tab");
        await Assertions.Expect(page.Locator("#Fit_RemotePercent-error")).ToContainTextAsync("Work mostly elsewhere: enter a number from 0 to 100");
        await Assertions.Expect(page.Locator("#error-summary a[href='#Fit_RemotePercent']")).ToHaveCountAsync(1);
        await page.FillAsync("#Fit_RemotePercent", "30");
        await Assertions.Expect(page.Locator("#fit")).ToContainTextAsync("Your people work in several places");
    }

    [Fact]
    public void What_is_known_of_a_customer_is_not_asked_again()
    {
        var said = new DraftFit { Technicians = "1", GrowthPercent = "3" };
        Assert.Equal(said with { GrowthPercent = "25" }, DraftStart.WithKnown(new QuoteDraft(), said, 25m).Fit);
        Assert.Equal(said, DraftStart.WithKnown(new QuoteDraft(), said, null).Fit);
        Assert.Equal(new DraftFit { Technicians = "2" }, DraftStart.WithKnown(new QuoteDraft { Fit = new DraftFit { Technicians = "2" } }, said, null).Fit);
        Assert.Equal(new DraftFit(), DraftStart.WithoutOccasion(new QuoteDraft { Fit = said, SharesFit = true }).Fit);
    }

    [Fact]
    public void The_pages_say_in_english_what_the_library_says()
    {
        var (texts, format) = (new Texts(), new Format());
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-US");
            double?[] shares = [null, 0, 0.5];
            foreach (var users in new[] { 8, 45, 400 })
            {
                foreach (var technicians in new double?[] { null, 0, 1, 5 })
                {
                    foreach (var regulated in new bool?[] { null, false, true })
                    {
                        foreach (var share in shares)
                        {
                            foreach (var verdict in Enum.GetValues<Verdict>())
                            {
                                Assert.All(Fit.Of(new FitProfile(users, technicians, regulated, 1, share, share, verdict)).Reasons, reason => Assert.Equal(reason.Words, FitWords.Of(reason, texts, format)));
                            }
                        }
                    }
                }
            }
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }

    // In the builder; in the proposal where it is not shared; in the proposal where it is.
    private async Task<(string Sizes, string Because)> Answer(BrowserPage browser, bool runsScripts, Dictionary<string, string> entered, string heading)
    {
        var sizes = new List<string>();
        var because = "";
        foreach (var shares in new[] { false, true })
        {
            var number = site.NewQuote();
            await browser.Go("/quotes/" + number);
            var page = browser.Page;
            foreach (var (field, value) in entered)
            {
                if (field == "Fit_IsRegulated")
                {
                    await page.SelectOptionAsync("#" + field, value);
                }
                else
                {
                    await page.FillAsync("#" + field, value);
                }
            }

            if (!runsScripts)
            {
                await page.Locator("button[value=save]").Last.ClickAsync();
            }

            await Assertions.Expect(page.Locator("#fit h2")).ToHaveTextAsync(heading);
            await Assertions.Expect(page.Locator("form[data-quote]")).Not.ToHaveAttributeAsync("aria-busy", "true");
            await browser.Go("/quotes/" + number);
            Assert.Equal(heading, await page.InnerTextAsync("#fit h2"));
            sizes.Add(await SizeOf(page));
            await browser.Go($"/quotes/{number}/send");
            await page.FillAsync("#Input_Name", "Dana Whitfield");
            await page.SetCheckedAsync("#Input_SharesFit", shares);
            await page.ClickAsync("button[name=onlyLink]");
            await browser.Go(await page.InputValueAsync("#link"));
            Assert.Equal(shares ? 1 : 0, await page.Locator("#fit").CountAsync());
            if (shares)
            {
                Assert.Equal(heading, await page.InnerTextAsync("#fit h2"));
                because = await page.Locator("#fit .because").CountAsync() == 0 ? "" : await page.InnerTextAsync("#fit .because");
                sizes.Add(await SizeOf(page));
            }
        }

        return (string.Join(' ', sizes), because);
    }

    private static Task<string> SizeOf(IPage page) =>
        page.EvalOnSelectorAsync<string>("#fit h2", "one => getComputedStyle(one).fontSize + '/' + getComputedStyle(one).fontWeight");
}
