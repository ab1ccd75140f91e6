using System.Net;
using System.Text.RegularExpressions;
using Msp.Quoting.Web.Tests.Hosting;
using Site = Msp.Quoting.Web.Tests.Hosting.Site;

namespace Msp.Quoting.Web.Tests.Pages;

/// <summary>The first day, without sample data: every list says what would be there, and where it comes from or what to do.</summary>
public sealed partial class EmptyPageTests(Site site)
{
    private static readonly string[] Lists =
    [
        "/quotes", "/customers", "/contracts", "/runs", "/invoices", "/books", "/books/payments", "/books/bank", "/books/ageing", "/books/reminders", "/books/ledger", "/books/tie",
        "/books/deferred", "/insights", "/insights/movement", "/insights/contracts", "/insights/customers", "/insights/renewals", "/insights/leakage", "/catalog", "/templates", "/audit",
    ];

    [Fact]
    public async Task Every_list_says_what_would_be_there_and_the_first_ones_what_to_do()
    {
        await using var host = new WebHost();
        host.StartServer();
        using var handler = new HttpClientHandler { CookieContainer = new CookieContainer(), CheckCertificateRevocationList = true };
        using var client = new HttpClient(handler) { BaseAddress = host.Address };
        var overview = await SetUp(client);
        Assert.Contains("id=\"begin\"", overview, StringComparison.Ordinal);
        Assert.Contains("href=\"/catalog\"", overview, StringComparison.Ordinal);
        Assert.Contains("there are no plans", await Get(client, "/quotes/new"), StringComparison.Ordinal);
        var wrong = new List<string>();
        foreach (var path in Lists)
        {
            var match = Empty().Match(await Get(client, path));
            if (!match.Success || match.Groups["heading"].Value.Trim().Length < 5 || match.Groups["lead"].Value.Trim().Length < 20)
            {
                wrong.Add($"{path} says nothing of being empty");
            }
            else if (path is "/quotes" or "/customers" or "/contracts" or "/runs" or "/invoices" && !match.Groups["actions"].Value.Contains("href=", StringComparison.Ordinal))
            {
                wrong.Add($"{path} does not say what to do first");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task The_first_day_is_accessible_in_every_look()
    {
        Site.NeedsBrowser();
        await using var host = new WebHost();
        host.StartServer();
        using var handler = new HttpClientHandler { CookieContainer = new CookieContainer(), CheckCertificateRevocationList = true };
        using var client = new HttpClient(handler) { BaseAddress = host.Address };
        await SetUp(client);
        await using var browser = await site.Open(signedIn: false);
        await browser.Go(new Uri(host.Address, "/signin").ToString());
        await browser.Page.FillAsync("#Input_Email", "ada@north.example");
        await browser.Page.FillAsync("#Input_Password", Site.Password);
        await browser.Page.ClickAsync("button[type=submit], form button");
        await browser.Page.Locator("#begin").WaitForAsync();
        await Judging.AssertGood(browser.Page, "first day");
        await browser.Go(new Uri(host.Address, "/customers").ToString());
        await Judging.AssertGood(browser.Page, "first day customers");
    }

    private static async Task<string> Get(HttpClient client, string path) => await client.GetStringAsync(new Uri(path, UriKind.Relative));

    private static async Task<string> SetUp(HttpClient client)
    {
        using var content = new FormUrlEncodedContent(
        [
            new("Input.UseSample", "false"), new("Input.Organisation", "North IT"), new("Input.Country", "DE"), new("Input.Currency", "EUR"), new("Input.TimeZone", "Europe/Berlin"),
            new("Input.Name", "Ada Admin"), new("Input.Email", "ada@north.example"), new("Input.Password", Site.Password), new("__RequestVerificationToken", Site.TokenOf(await Get(client, "/setup"))),
        ]);
        using var answer = await client.PostAsync(new Uri("/setup", UriKind.Relative), content);
        Assert.Equal("/", answer.RequestMessage?.RequestUri?.AbsolutePath);
        return await answer.Content.ReadAsStringAsync();
    }

    [GeneratedRegex("<div class=\"empty\">.*?<h2>(?<heading>[^<]*)</h2><p>(?<lead>[^<]*)</p>(?<actions><div class=\"actions\">.*?</div>)?", RegexOptions.Singleline)]
    private static partial Regex Empty();
}
