using Msp.Billing.BreakFix;
using Msp.Quoting.Web.Tests.Hosting;

namespace Msp.Quoting.Web.Tests.Proposals;

/// <summary>The customer's pages in every look: accessible, legible, within the window, without a word from the browser.</summary>
public sealed class ProposalLookTests(Site site)
{
    [Fact]
    public async Task The_last_look_and_the_receipt_are_accessible_on_a_desk_and_on_a_phone()
    {
        Site.NeedsBrowser();
        var wrong = new List<string>();
        foreach (var look in new[] { Look.Desktop, new Look(390) { IsDark = true } })
        {
            var offer = Offer.Send(site);
            await using var browser = await site.Open(look, signedIn: false);
            await browser.Go(offer.Link);
            await AcceptingTests.Sign(browser.Page, "Dana Whitfield", "Dana Whitfield");
            await browser.Page.ClickAsync("#accept .btn-primary");
            wrong.AddRange(await Judging.Judge(browser.Page, $"check at {look.Width}"));
            await browser.Page.ClickAsync("button[formaction*=Change]");
            Assert.Equal("Dana Whitfield", await browser.Page.InputValueAsync("#Sign_Name"));
            wrong.AddRange(await Judging.Judge(browser.Page, $"change at {look.Width}"));
            await browser.Page.ClickAsync("form .btn-primary");
            await browser.Page.ClickAsync("button[formaction*=Accept]");
            await browser.Page.WaitForURLAsync("**/accepted");
            wrong.AddRange(await Judging.Judge(browser.Page, $"accepted at {look.Width}"));
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task The_comparison_is_shown_where_it_is_shared_and_says_when_break_fix_is_cheaper()
    {
        Site.NeedsBrowser();
        var (shared, kept) = (Offer.Send(site, compares: true), Offer.Send(site));
        await using var browser = await site.Open(signedIn: false);
        await browser.Go(shared.Link);
        Assert.StartsWith("Break-fix is likely cheaper for you:", await browser.Page.InnerTextAsync("#breakfix h2"), StringComparison.Ordinal);
        Assert.DoesNotContain("likely saving", await browser.Page.InnerTextAsync("#glance"), StringComparison.Ordinal);
        await browser.Go(kept.Link);
        Assert.Equal(0, await browser.Page.Locator("#breakfix").CountAsync());
    }

    [Fact]
    public async Task The_proposal_and_the_reply_are_accessible_in_every_look()
    {
        Site.NeedsBrowser();
        var offer = Offer.Send(site, compares: true, fit: Fit.Of(new FitProfile(45, 2, IsRegulated: false, Sites: 1, RemoteShare: null, YearlyGrowth: 0.25, Verdict.BreakFixLikely)));
        var wrong = new List<string>();
        foreach (var look in Look.All)
        {
            await using var browser = await site.Open(look, signedIn: false);
            foreach (var page in new[] { "", "reply?about=decline" })
            {
                await browser.Go(offer.Link + page);
                wrong.AddRange(await Judging.Judge(browser.Page, $"proposal {page} at {look.Width}{(look.IsDark ? " dark" : "")}"));
                if (look.Width == 390)
                {
                    await browser.Page.SetViewportSizeAsync(320, 800);
                    if (await Judging.Overflow(browser.Page) is { } overflow)
                    {
                        wrong.Add($"proposal {page}: {overflow}");
                    }

                    await browser.Page.SetViewportSizeAsync(390, 844);
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }
}
