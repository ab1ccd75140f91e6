using Msp.Billing.Quotes;
using Msp.Quoting.Web.Staff;
using Msp.Quoting.Web.Tests.Hosting;

namespace Msp.Quoting.Web.Tests.Proposals;

/// <summary>The seller's side: preview, check and send.</summary>
public sealed class SendingTests(Site site)
{
    [Fact]
    public async Task A_further_link_to_a_sent_quote_opens_what_the_preview_shows()
    {
        Site.NeedsBrowser();
        var offer = Offer.Send(site);
        await using var browser = await site.Open();
        await browser.Go($"/quotes/{offer.Number}/preview");
        Assert.Contains("8,060.75", await browser.Page.InnerTextAsync("#glance"), StringComparison.Ordinal);
        Assert.True(await browser.Page.IsDisabledAsync("#accept .btn-primary"));

        await browser.Go($"/quotes/{offer.Number}/send");
        await browser.Page.FillAsync("#Input_Name", "Sam Ortiz");
        await browser.Page.FillAsync("#Input_Email", "sam.ortiz@harbor.example");
        await browser.Page.ClickAsync("form .btn-primary");
        var link = await browser.Page.InputValueAsync("#link");
        await using var customer = await site.Open(signedIn: false);
        await customer.Go(link);
        Assert.Contains("Sam Ortiz", await customer.Page.InnerTextAsync(".lede"), StringComparison.Ordinal);
        Assert.Equal(QuoteStatus.Sent, offer.StatusIn(site));
    }

    [Fact]
    public async Task A_draft_that_cannot_be_read_is_not_sent()
    {
        Site.NeedsBrowser();
        var number = Offer.Draft(site);
        await using var browser = await site.Open();
        await browser.Go($"/quotes/{number}/send");
        Assert.Contains("correction", await browser.Page.InnerTextAsync(".checklist"), StringComparison.Ordinal);
        Assert.True(await browser.Page.IsDisabledAsync("form .actions button"));
    }

    [Fact]
    public async Task A_quote_beyond_the_limits_waits_for_somebody_else_and_is_then_sent_with_a_letter()
    {
        Site.NeedsBrowser();
        var number = Offer.ReadableDraft(site, discount: "25");
        using var manager = await site.Client(StaffRoles.SalesManager);
        var page = await manager.GetStringAsync(new Uri($"/quotes/{number}/approval", UriKind.Relative));
        Assert.Contains("25%", page, StringComparison.Ordinal);
        Assert.Contains("Lower", page, StringComparison.Ordinal);
        Assert.Equal(302, await Post(manager, $"/quotes/{number}/approval?handler=Submit", page, "They compare us with another offer."));

        // The one who asked may not answer: there is another who may.
        page = await manager.GetStringAsync(new Uri($"/quotes/{number}/approval", UriKind.Relative));
        Assert.DoesNotContain("handler=Approve", page, StringComparison.Ordinal);
        Assert.Equal(403, await Post(manager, $"/quotes/{number}/approval?handler=Approve", await manager.GetStringAsync(new Uri("/account", UriKind.Relative)), ""));
        Assert.Equal(QuoteStatus.AwaitingApproval, Offer.StatusOf(site, number));

        await using var other = await site.Open();
        await other.Go($"/quotes/{number}/approval");
        Assert.Contains("They compare us", await other.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await other.Page.ClickAsync("button[formaction*=Approve]");
        Assert.Equal(QuoteStatus.Approved, Offer.StatusOf(site, number));
        await other.Page.FillAsync("#Input_Name", "Dana Whitfield");
        await other.Page.FillAsync("#Input_Email", "dana@harbor.example");
        await other.Page.ClickAsync("form .btn-primary");
        var link = await other.Page.InputValueAsync("#link");
        Assert.Equal(QuoteStatus.Sent, Offer.StatusOf(site, number));
        await other.Go($"/quotes/{number}"); // what was approved stands in the history, with its figures
        Assert.Contains("Discount at most 10%: 25%", await other.Page.Locator("li", new() { HasText = "Approved" }).First.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains(LinkTests.Letters(site), letter => letter.Replace("=\r\n", "", StringComparison.Ordinal).Contains(link[^20..], StringComparison.Ordinal));
        await using var customer = await site.Open(signedIn: false);
        await customer.Go(link);
        Assert.True(await customer.Page.IsVisibleAsync("#accept"));
    }

    [Fact]
    public async Task The_pages_of_sending_are_accessible_in_every_look()
    {
        Site.NeedsBrowser();
        var offer = Offer.Send(site);
        var wrong = new List<string>();
        foreach (var look in Look.All)
        {
            await using var browser = await site.Open(look);
            foreach (var page in new[] { "send", "approval" })
            {
                await browser.Go($"/quotes/{offer.Number}/{page}");
                wrong.AddRange(await Judging.Judge(browser.Page, $"{page} at {look.Width}{(look.IsDark ? " dark" : "")}"));
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static async Task<int> Post(HttpClient client, string path, string page, string reason)
    {
        using var form = new FormUrlEncodedContent([new("Reason", reason), new("__RequestVerificationToken", Site.TokenOf(page))]);
        using var response = await client.PostAsync(new Uri(path, UriKind.Relative), form);
        return (int)response.StatusCode;
    }
}
