using System.Globalization;
using Microsoft.Playwright;

namespace Msp.Quoting.Web.Tests.Hosting;

/// <summary>What somebody sees whose request came to nothing: in style, in words, in the reader's language.</summary>
public sealed class ErrorPageTests(Site site)
{
    [Theory]
    [InlineData("en-US", "The request could not be read", "You can't see this page", "Page not found", "Too many requests", "There is a problem with the service")]
    [InlineData("de-DE", "Die Anfrage war nicht lesbar", "Diese Seite ist nicht für Sie", "Seite nicht gefunden", "Zu viele Anfragen", "Es gibt ein Problem mit dem Dienst")]
    [InlineData("fr-FR", "La requête", "Vous ne pouvez pas voir cette page", "Page introuvable", "Trop de requêtes", "service")]
    public async Task Every_failure_is_a_page_that_helps(string locale, string bad, string forbidden, string missing, string tooMany, string failed)
    {
        Site.NeedsBrowser();
        using var sales = await site.Client(Staff.StaffRoles.Sales);
        var wrong = new List<string>();
        foreach (var (status, words) in new[] { (400, bad), (403, forbidden), (404, missing), (429, tooMany), (500, failed) })
        {
            await using var browser = await site.Open(new Look(390) { Locale = locale }, signedIn: status is 404 or 500);
            browser.ExpectedStatus = status;
            await browser.Go("/signin?of=" + status.ToString(CultureInfo.InvariantCulture));
            var response = await Provoke(browser.Page, status);
            Assert.Equal(status, response.Status);
            if (!(await browser.Page.InnerTextAsync("h1")).Contains(words, StringComparison.OrdinalIgnoreCase))
            {
                wrong.Add($"{status} in {locale}: {await browser.Page.InnerTextAsync("main")}");
            }

            Assert.Equal(locale, await browser.Page.GetAttributeAsync("html", "lang"));
            Assert.NotEqual("rgba(0, 0, 0, 0)", await browser.Page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.card')).backgroundColor")); // it has its style sheet
            if (locale == "en-US")
            {
                await Judging.AssertGood(browser.Page, "error " + status.ToString(CultureInfo.InvariantCulture));
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static async Task<IResponse> Provoke(IPage page, int status)
    {
        switch (status)
        {
            case 400:
                await page.Context.ClearCookiesAsync(); // a form that was open for too long
                return await page.RunAndWaitForResponseAsync(() => page.ClickAsync("form button"), response => response.Request.Method == "POST");
            case 403:
                await SignIn(page);
                return await Go(page, "/settings");
            case 429:
                // An address of its own, so that nobody else waits: the proxy on this machine says who asks.
                await page.SetExtraHTTPHeadersAsync(new Dictionary<string, string> { ["X-Forwarded-For"] = "203.0.113.9" });
                for (var i = 0; ; i++)
                {
                    Assert.True(i < 40, "Guessing passwords was never stopped.");
                    var response = await page.RunAndWaitForResponseAsync(() => page.ClickAsync("form button"), answer => answer.Request.Method == "POST");
                    if (response.Status == 429)
                    {
                        return response;
                    }
                }

            case 500:
                return await Go(page, "/dev/components?handler=Fail");
            default:
                return await Go(page, "/contracts/none");
        }
    }

    private static async Task SignIn(IPage page)
    {
        // Not the sign-ins of this machine's address: they are counted.
        await page.SetExtraHTTPHeadersAsync(new Dictionary<string, string> { ["X-Forwarded-For"] = "203.0.113.10" });
        await page.FillAsync("#Input_Email", Site.EmailOf(Staff.StaffRoles.Sales));
        await page.FillAsync("#Input_Password", Site.Password);
        await page.ClickAsync("form button");
        await page.WaitForURLAsync(url => !url.Contains("/signin", StringComparison.Ordinal));
    }

    private static async Task<IResponse> Go(IPage page, string path) => await page.GotoAsync(path) ?? throw new InvalidOperationException($"'{path}' gave no answer.");
}
