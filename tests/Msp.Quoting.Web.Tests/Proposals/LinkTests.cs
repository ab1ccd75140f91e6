using System.Net;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Msp.Billing.EntityFrameworkCore.Quotes;
using Msp.Billing.Quotes;
using Msp.Quoting.Web.Hosting;
using Msp.Quoting.Web.Proposals;
using Msp.Quoting.Web.Tests.Hosting;

namespace Msp.Quoting.Web.Tests.Proposals;

/// <summary>What a link does when it no longer leads to an open proposal, and what it never does.</summary>
public sealed class LinkTests(Site site)
{
    [Fact]
    public async Task An_unknown_and_a_revoked_link_give_the_same_answer()
    {
        var offer = Offer.Send(site);
        offer.Revoke(site);
        using var client = site.Stranger();
        var unknown = await Get(client, "/p/" + new string('A', 43) + "/");
        var revoked = await Get(client, offer.Link);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (unknown.Status, revoked.Status));
        Assert.Contains("This link does not lead to a proposal", revoked.Body, StringComparison.Ordinal);
        Assert.Equal(WithoutReference(unknown.Body), WithoutReference(revoked.Body));
    }

    [Fact]
    public async Task An_expired_a_withdrawn_and_a_replaced_proposal_are_gone_and_say_what_to_do()
    {
        using var client = site.Stranger();
        var expired = Offer.Send(site, validUntil: Offer.Today.AddDays(-1));
        var (withdrawn, replaced) = (Offer.Send(site), Offer.Send(site));
        withdrawn.Withdraw(site);
        var newer = replaced.Replace(site);
        foreach (var (offer, words) in new[]
        {
            (expired, "This proposal was valid until Mar 31, 2026."), (withdrawn, "This proposal was withdrawn."), (replaced, "This version was replaced by version 2."),
        })
        {
            var (status, body) = await Get(client, offer.Link);
            Assert.Equal(HttpStatusCode.Gone, status);
            Assert.Contains(words, body, StringComparison.Ordinal);
            Assert.DoesNotContain("id=\"accept\"", body, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.OK, (await Get(client, newer.Link)).Status);
    }

    [Fact]
    public async Task A_link_is_limited_from_wherever_it_is_opened_and_other_links_are_not()
    {
        var (one, other) = (Offer.Send(site), Offer.Send(site));
        var statuses = new List<int>();
        for (var i = 0; i < 160 && !statuses.Contains(429); i++)
        {
            statuses.Add(await From(FormattableString.Invariant($"198.51.100.{i}"), one.Link + "accepted"));
        }

        Assert.Contains(429, statuses);
        Assert.True(statuses.Count > 100, "The limit is below what a customer with colleagues needs.");
        Assert.Equal(302, await From("198.51.100.200", other.Link + "accepted"));

        async Task<int> From(string address, string path)
        {
            using var client = site.Stranger();
            client.DefaultRequestHeaders.Add("X-Forwarded-For", address);
            using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
            return (int)response.StatusCode;
        }
    }

    [Fact]
    public async Task What_is_gone_cannot_be_accepted_by_a_form_that_was_open_before()
    {
        Site.NeedsBrowser();
        var offer = Offer.Send(site);
        await using var browser = await site.Open(signedIn: false);
        browser.ExpectedStatus = 410;
        await browser.Go(offer.Link);
        await AcceptingTests.Sign(browser.Page, "Dana Whitfield", "Dana Whitfield");
        await browser.Page.ClickAsync("#accept .btn-primary");
        offer.Withdraw(site);
        await browser.Page.ClickAsync("button[formaction*=Accept]");
        Assert.Contains("This proposal was withdrawn.", await browser.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Null(offer.AcceptanceIn(site));
    }

    [Fact]
    public async Task Fetching_it_does_not_mean_that_somebody_looked_and_accepts_nothing()
    {
        var offer = Offer.Send(site);
        using var client = site.Stranger();
        using var head = new HttpRequestMessage(HttpMethod.Head, offer.Link);
        using var answer = await client.SendAsync(head);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        foreach (var path in new[] { "", "check", "check?handler=Accept", "accepted", "reply", "?handler=Seen" })
        {
            await Get(client, offer.Link + path);
        }

        Assert.Equal(QuoteStatus.Sent, offer.StatusIn(site));
    }

    [Fact]
    public async Task Doing_something_on_it_means_that_somebody_looked()
    {
        Site.NeedsBrowser();
        var offer = Offer.Send(site);
        await using var browser = await site.Open(signedIn: false);
        await browser.Go(offer.Link);
        Assert.Equal(QuoteStatus.Sent, offer.StatusIn(site));
        await browser.Page.RunAndWaitForResponseAsync(() => browser.Page.Keyboard.PressAsync("Tab"), response => response.Url.Contains("Seen", StringComparison.Ordinal));
        Assert.Equal(QuoteStatus.Viewed, offer.StatusIn(site));
    }

    [Theory]
    [InlineData("question", QuoteStatus.Viewed)]
    [InlineData("change", QuoteStatus.Viewed)]
    [InlineData("decline", QuoteStatus.Declined)]
    public async Task A_reply_is_kept_and_told_without_scripts(string kind, QuoteStatus status)
    {
        Site.NeedsBrowser();
        var offer = Offer.Send(site);
        await using var browser = await site.Open(new Look(390) { RunsScripts = false }, signedIn: false);
        await browser.Go(offer.Link + "reply?about=" + kind);
        Assert.True(await browser.Page.IsCheckedAsync("#kind-" + kind));
        await browser.Page.ClickAsync("form .btn-primary");
        Assert.NotEmpty(await browser.Page.Locator("#error-summary a[href='#Input_Text']").AllAsync());
        await browser.Page.FillAsync("#Input_Text", "Words of " + offer.Number);
        await browser.Page.ClickAsync("form .btn-primary");
        Assert.Equal(status, offer.StatusIn(site));
        Assert.Contains(offer.EventsIn(site), known => known.IsForCustomer && known.Text.Contains("Words of " + offer.Number, StringComparison.Ordinal));
        Assert.Contains("Words of " + offer.Number, await browser.Page.InnerTextAsync(".trail"), StringComparison.Ordinal);
        Assert.Contains(Letters(site), letter => letter.Contains("Words of " + offer.Number, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_answer_is_kept_by_nobody_and_its_secret_is_in_no_page()
    {
        var offer = Offer.Send(site);
        using var client = site.Stranger();
        using var response = await client.GetAsync(new Uri(offer.Link, UriKind.Relative));
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.Headers.CacheControl?.NoStore);
        Assert.Equal("noindex, nofollow", string.Join(", ", response.Headers.GetValues("X-Robots-Tag")));
        Assert.Equal("no-referrer", string.Join(", ", response.Headers.GetValues("Referrer-Policy")));
        Assert.DoesNotContain(offer.Token, body, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET-NOTE", body, StringComparison.Ordinal);
        using var short_ = await client.GetAsync(new Uri(offer.Link.TrimEnd('/'), UriKind.Relative));
        Assert.EndsWith(offer.Link, short_.Headers.Location?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_customers_pages_are_within_their_budget()
    {
        var offer = Offer.Send(site, compares: true);
        using var client = site.Stranger();
        var wrong = new List<string>();
        await Pages.BudgetTests.Judge(client, offer.Link, wrong);
        await Pages.BudgetTests.Judge(client, offer.Link + "reply", wrong);
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("/p/a-secret/", "/p/link-", "/")]
    [InlineData("/p/a-secret/check", "/p/link-", "/check")]
    [InlineData("/p/a-secret", "/p/link-", "")]
    [InlineData("/quotes/a-secret", "/quotes/a-secret", "")]
    public async Task What_comes_after_in_the_pipeline_sees_no_token(string path, string begins, string ends)
    {
        var seen = "";
        var pipeline = new ApplicationBuilder(site.Host.Services).UseLinkPaths().Use((HttpContext context, RequestDelegate _) =>
        {
            seen = context.Request.Path.Value ?? "";
            return Task.CompletedTask;
        }).Build();
        var request = new DefaultHttpContext { RequestServices = site.Host.Services };
        request.Request.Method = "POST";
        request.Request.Path = path;
        await pipeline(request);
        Assert.StartsWith(begins, seen, StringComparison.Ordinal);
        Assert.EndsWith(ends, seen, StringComparison.Ordinal);
        Assert.Equal(path.StartsWith("/p/", StringComparison.Ordinal), request.Features.Get<LinkToken>()?.Value == "a-secret");
    }

    [Fact]
    public void A_token_is_masked_wherever_it_is_written_down()
    {
        var token = new LinkToken("a-secret-that-nobody-should-read");
        Assert.DoesNotContain("secret", token.ToString(), StringComparison.Ordinal);
        Assert.Matches("^link-[0-9a-f]{8}$", token.Mask);
    }

    [Fact]
    public void Nothing_that_a_customer_is_given_can_hold_a_cost_a_margin_or_an_internal_note()
    {
        string[] forbidden = ["cost", "margin", "profit", "internal", "economics", "labour", "labor", "token"];
        var (seen, found) = (new HashSet<Type>(), new List<string>());
        Walk(typeof(ProposalView), "", seen, found, forbidden);
        Assert.True(seen.Count > 20, "The walk found too few types to mean anything.");
        Assert.Empty(found);
        Assert.DoesNotContain(typeof(QuoteContent), seen);
        Assert.DoesNotContain(typeof(SharedQuote), seen);
    }

    private static void Walk(Type type, string path, HashSet<Type> seen, List<string> found, string[] forbidden)
    {
        foreach (var one in type.IsGenericType ? type.GetGenericArguments().Append(type) : [type])
        {
            var element = Nullable.GetUnderlyingType(one) ?? one.GetElementType() ?? one;
            // The comparison's chart shows what customers pay over time: its types are named for it, and hold no figure of the seller's.
            if (element.Namespace?.StartsWith("Msp.", StringComparison.Ordinal) != true || element.IsEnum || !seen.Add(element))
            {
                continue;
            }

            foreach (var property in element.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0))
            {
                if (forbidden.Any(word => property.Name.Contains(word, StringComparison.OrdinalIgnoreCase)))
                {
                    found.Add($"{path}{element.Name}.{property.Name}");
                }

                Walk(property.PropertyType, $"{path}{element.Name}.", seen, found, forbidden);
            }
        }
    }

    internal static List<string> Letters(Site site)
    {
        var folder = Path.Combine(site.Host.Services.GetRequiredService<DatabaseFile>().Folder, "outbox");
        return Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.eml").Select(File.ReadAllText)] : [];
    }

    private static async Task<(HttpStatusCode Status, string Body)> Get(HttpClient client, string path)
    {
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
        return (response.StatusCode, WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()));
    }

    private static string WithoutReference(string body) => body[..body.LastIndexOf("Reference", StringComparison.Ordinal)];
}
