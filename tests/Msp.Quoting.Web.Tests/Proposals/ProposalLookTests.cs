using Msp.Quoting.Web.Tests.Hosting;

namespace Msp.Quoting.Web.Tests.Proposals;

/// <summary>The customer's pages in every look: accessible, legible, within the window, without a word from the browser.</summary>
public sealed class ProposalLookTests(Site site)
{
    [Fact]
    public async Task The_proposal_and_the_reply_are_accessible_in_every_look()
    {
        Site.NeedsBrowser();
        var offer = Offer.Send(site);
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
