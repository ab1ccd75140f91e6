using Microsoft.Extensions.DependencyInjection;
using Msp.Quoting.Web.Staff;
using Msp.Quoting.Web.Tests.Hosting;

namespace Msp.Quoting.Web.Tests.Pages;

/// <summary>What people do, in a browser, some of them without scripts.</summary>
public sealed class FlowTests(Site site)
{
    [Fact]
    public async Task A_new_install_is_set_up_with_sample_data_and_its_calendar_stands()
    {
        Site.NeedsBrowser();
        await using var host = new WebHost();
        host.StartServer();
        await using var browser = await site.Open(new Look(1440) { RunsScripts = false }, signedIn: false);
        await browser.Go(host.Address + "signin");
        Assert.EndsWith("/setup", browser.Page.Url, StringComparison.Ordinal);
        await browser.Page.FillAsync("#Input_Name", "Ada Byrne");
        await browser.Page.FillAsync("#Input_Email", "ada@northwind.example");
        await browser.Page.FillAsync("#Input_Password", Site.Password);
        await browser.Page.ClickAsync("button:has-text('Set up')");
        Assert.Equal("Overview Northwind Managed IT Ltd", await browser.Page.InnerTextAsync("h1"));
        Assert.Contains("Apr 1, 2026", await browser.Page.InnerTextAsync(".saved"), StringComparison.Ordinal);
        using var client = new HttpClient { BaseAddress = host.Address };
        using var again = await client.GetAsync(new Uri("/setup", UriKind.Relative));
        Assert.Equal(404, (int)again.StatusCode);
    }

    [Fact]
    public async Task New_prices_are_previewed_and_published_without_scripts_and_recorded()
    {
        Site.NeedsBrowser();
        await using var browser = await site.Open(new Look(1440) { RunsScripts = false });
        await browser.Go("/catalog/publish");
        await browser.Page.FillAsync("#Input_From", "2026-04-01");
        await browser.Page.ClickAsync("button:has-text('Preview impact')");
        Assert.Contains("Choose Apr 2, 2026 or later", await browser.Page.InnerTextAsync("#error-summary"), StringComparison.Ordinal);
        Assert.StartsWith("Error:", await browser.Page.TitleAsync(), StringComparison.Ordinal);
        await browser.Page.FillAsync("#Input_From", "2026-06-01");
        await browser.Page.FillAsync("#Input_Name", "EUR June 2026");
        await browser.Page.FillAsync("#Input_Raise", "4,5");
        await browser.Page.ClickAsync("button:has-text('Preview impact')");
        Assert.Contains("€0.00", await browser.Page.InnerTextAsync(".kpis"), StringComparison.Ordinal);
        await browser.Page.ClickAsync("button:has-text('Publish EUR June 2026 from Jun 1, 2026')");
        Assert.Contains("EUR June 2026", await browser.Page.InnerTextAsync("table.data"), StringComparison.Ordinal);
        await browser.Go("/audit");
        Assert.Contains("prices-published", await browser.Page.InnerTextAsync("table.data"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_and_nobody_learns_who_works_here()
    {
        using (var scope = site.Host.Services.CreateScope())
        {
            var seller = scope.ServiceProvider.GetRequiredService<WebDb>().Settings.First().SellerId;
            await scope.ServiceProvider.GetRequiredService<StaffAccounts>().Add(seller, "Lock Ed", "locked@northwind.example", Site.Password, [StaffRoles.Auditor]);
        }

        var unknown = await Try("nobody@northwind.example", "wrong password here");
        var wrong = await Try("locked@northwind.example", "wrong password here");
        Assert.Contains("Address or password is not right", unknown, StringComparison.Ordinal);
        Assert.Contains("Address or password is not right", wrong, StringComparison.Ordinal);
        using var scope2 = site.Host.Services.CreateScope();
        var users = scope2.ServiceProvider.GetRequiredService<Microsoft.AspNetCore.Identity.UserManager<StaffUser>>();
        var user = await users.FindByEmailAsync("locked@northwind.example") ?? throw new InvalidOperationException("Not stored.");
        for (var i = 0; i < 4; i++)
        {
            await users.AccessFailedAsync(user);
        }

        Assert.Contains("Too many wrong passwords", await Try("locked@northwind.example", Site.Password), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_German_reader_sees_German_words_and_separators_and_the_contract_s_own_currency()
    {
        Site.NeedsBrowser();
        await using var browser = await site.Open(new Look(1440) { Locale = "de-DE" });
        await browser.Go("/contracts/C-2001");
        var text = await browser.Page.InnerTextAsync("main");
        Assert.Contains("Kommende Rechnungen", text, StringComparison.Ordinal);
        Assert.Matches(@"\d,\d\d\u00A0€", text);
        Assert.Equal("de-DE", await browser.Page.GetAttributeAsync("html", "lang"));
    }

    [Fact]
    public async Task The_menu_opens_on_a_phone_without_scripts()
    {
        Site.NeedsBrowser();
        await using var browser = await site.Open(new Look(390) { RunsScripts = false });
        await browser.Go("/customers");
        Assert.False(await browser.Page.IsVisibleAsync("nav.nav"));
        await browser.Page.ClickAsync(".menu-button");
        await browser.Page.ClickAsync("nav.nav a:has-text('Contracts')");
        Assert.EndsWith("/contracts", browser.Page.Url, StringComparison.Ordinal);
    }

    private async Task<string> Try(string email, string password)
    {
        using var client = site.Stranger();
        var form = await client.GetStringAsync(new Uri("/signin", UriKind.Relative));
        using var content = new FormUrlEncodedContent([new("Input.Email", email), new("Input.Password", password), new("__RequestVerificationToken", Site.TokenOf(form))]);
        using var response = await client.PostAsync(new Uri("/signin", UriKind.Relative), content);
        return await response.Content.ReadAsStringAsync();
    }
}
