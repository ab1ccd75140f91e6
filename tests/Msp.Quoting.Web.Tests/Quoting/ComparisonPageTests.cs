using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.EntityFrameworkCore.Quotes;
using Msp.Billing.Plans;
using Msp.Billing.Quotes;
using Msp.Quoting.Web.Hosting;
using Msp.Quoting.Web.Tests.Hosting;
using Msp.Quoting.Web.Tests.Proposals;
using Site = Msp.Quoting.Web.Tests.Hosting.Site;

namespace Msp.Quoting.Web.Tests.Quoting;

/// <summary>The comparison on the pages: it speaks against the seller as loudly as for it, stays as it was sent, and refuses numbers that cannot be.</summary>
public sealed partial class ComparisonPageTests(Site site)
{
    private static readonly string[] Numbers = ["HourlyRate", "CallsPerUser", "RepairHours", "LoadedWage", "OutagesPerSite", "RevenueAtRisk"];

    [Fact]
    public async Task Builder_and_proposal_say_that_break_fix_is_cheaper_in_letters_as_large_as_the_opposite()
    {
        Site.NeedsBrowser();
        await using var host = new WebHost();
        host.StartServer();
        var sellerId = await Site.Fill(host);

        // The last row of the model's table, 8 calm users at 150.00 with a month of onboarding, beside 45 users at 60.00.
        var calm = Quote(host, sellerId, "C-CALM", 8, 150m, new DraftAssumption("CallsPerUser", "0.2"), new DraftAssumption("OutagesPerSite", "0.5"));
        var busy = Quote(host, sellerId, "C-BUSY", 45, 60m);
        await using var browser = await site.Open(signedIn: false);
        await SignIn(browser, host);
        var (against, inFavour) = (await Findings(browser, host, calm), await Findings(browser, host, busy));

        Assert.All(against, finding => Assert.Equal("Break-fix is likely cheaper for you: $19,000 less than Renewal over 36 months, on average", finding.Words));
        Assert.All(inFavour, finding => Assert.StartsWith("Renewal is likely cheaper for you: ", finding.Words, StringComparison.Ordinal));
        Assert.All(against.Concat(inFavour), finding => Assert.StartsWith(finding.Words, finding.ChartTitle, StringComparison.Ordinal));
        foreach (var (one, other) in against.Zip(inFavour))
        {
            Assert.Equal((one.Size, one.Weight), (other.Size, other.Weight));
        }
    }

    [Fact]
    public async Task Another_price_level_moves_the_amounts_that_nobody_stated()
    {
        Site.NeedsBrowser();
        await using var browser = await site.Open();
        var path = "/quotes/" + site.NewQuote();
        await browser.Go(path);
        var (level, rate) = (browser.Page.Locator("[name='Assumptions.PriceLevel']"), browser.Page.Locator("[name='Assumptions.HourlyRate']"));
        Assert.Equal(("0.9", "135"), (await level.GetAttributeAsync("placeholder"), await rate.GetAttributeAsync("placeholder"))); // 150 dollars an hour
        await level.FillAsync("1.8");
        await browser.Page.WaitForFunctionAsync("() => document.querySelector('#inputs').textContent.includes('270')");
        await browser.Go(path);
        Assert.Equal(("1.8", "270"), (await level.InputValueAsync(), await rate.GetAttributeAsync("placeholder")));
    }

    [Fact]
    public async Task What_was_sent_is_shown_whatever_the_model_says_later()
    {
        Site.NeedsBrowser();
        var content = Offer.Content(Currency.Usd, Offer.Today.AddDays(30));
        var (now, then) = (Offer.Compared(site, content), Offer.Compared(site, content, new DraftAssumption("CallsPerUser", "2")));
        Assert.NotEqual(now.Options[1].Saving, then.Options[1].Saving);
        var offer = Offer.Send(site, compares: true, comparison: then);
        await using var browser = await site.Open(signedIn: false);
        await browser.Go(offer.Link);
        var saving = then.Options[1].Saving.Amount.ToString("$#,0", CultureInfo.InvariantCulture);
        Assert.Contains($"{saving} less than break-fix over 36 months", await browser.Page.InnerTextAsync("#breakfix h2"), StringComparison.Ordinal);
        Assert.Contains(saving, await browser.Page.InnerTextAsync("#glance"), StringComparison.Ordinal);

        // Another term has a comparison of its own, over its own months.
        await browser.Page.CheckAsync("#terms-standard-12");
        await Assertions.Expect(browser.Page.Locator("#breakfix h2")).ToContainTextAsync("over 12 months");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_number_out_of_its_bounds_is_named_beside_its_field_and_stays(bool runsScripts)
    {
        Site.NeedsBrowser();
        var number = site.NewQuote();
        await using var browser = await site.Open(new Look(1440) { RunsScripts = runsScripts });
        await browser.Go("/quotes/" + number);
        var page = browser.Page;
        foreach (var name in Numbers)
        {
            await page.FillAsync("#Assumptions_" + name, name == "RepairHours" ? "soon" : name == "CallsPerUser" ? "99" : "-5");
        }

        if (runsScripts)
        {
            // What is wrong with a field is said when it is left.
            await page.PressAsync("#Assumptions_" + Numbers[^1], "Tab");
        }
        else
        {
            await page.Locator("button[value=save]").Last.ClickAsync();
        }

        await Assertions.Expect(page.Locator("#error-summary a")).ToHaveCountAsync(Numbers.Length, new LocatorAssertionsToHaveCountOptions { Timeout = 30_000 });
        foreach (var name in Numbers)
        {
            Assert.StartsWith("Error:", (await page.InnerTextAsync($"#Assumptions_{name}-error")).Trim(), StringComparison.Ordinal);
            Assert.Equal("true", runsScripts ? "true" : await page.GetAttributeAsync("#Assumptions_" + name, "aria-invalid"));
            Assert.Equal(1, await page.Locator($"#error-summary a[href='#Assumptions_{name}']").CountAsync());
        }

        Assert.Contains("Calls per user: enter a number from 0 to 10", await page.InnerTextAsync("#Assumptions_CallsPerUser-error"), StringComparison.Ordinal);
        Assert.Contains("Break-fix hourly rate: enter a number from 0 to 9,000", await page.InnerTextAsync("#Assumptions_HourlyRate-error"), StringComparison.Ordinal);
        Assert.Equal(("soon", "99", "-5"), (await page.InputValueAsync("#Assumptions_RepairHours"), await page.InputValueAsync("#Assumptions_CallsPerUser"), await page.InputValueAsync("#Assumptions_HourlyRate")));
        Assert.Contains("Last valid figures", await page.TextContentAsync("#summary"), StringComparison.Ordinal);
        await page.GotoAsync($"/quotes/{number}/send");
        Assert.Equal(1, await page.Locator($".checklist a[href='/quotes/{number}#Assumptions_CallsPerUser']").CountAsync());
    }

    [Fact]
    public async Task A_blank_line_is_sent_with_the_quote_as_if_it_were_not_there_and_a_half_filled_one_is_linked()
    {
        Site.NeedsBrowser();
        var number = site.NewQuote();
        await using var browser = await site.Open(new Look(1440) { RunsScripts = false });
        await browser.Go("/quotes/" + number);
        var page = browser.Page;
        await page.ClickAsync("button[value=add]");
        await browser.Go($"/quotes/{number}/send");
        Assert.Contains("Every field of the quote is right", await page.InnerTextAsync(".checklist >> nth=0"), StringComparison.Ordinal);
        await browser.Go("/quotes/" + number);
        await page.FillAsync("[name='Items.item-4.Name']", "Router");
        await page.Locator("button[value=save]").Last.ClickAsync();
        await browser.Go($"/quotes/{number}/send");
        await page.ClickAsync($".checklist a[href='/quotes/{number}#Items_item-4_Price']");
        Assert.Contains("Line 4: enter a price of zero or more", await page.InnerTextAsync("#error-summary"), StringComparison.Ordinal);
    }

    private static string Quote(WebHost host, long sellerId, string contract, int users, decimal perUser, params DraftAssumption[] stated)
    {
        using var store = host.Services.GetRequiredService<DatabaseFile>().Open();
        var start = new DateOnly(2026, 5, 1);
        var note = new QuoteNote(new DateOnly(2026, 4, 1), new DateTimeOffset(2026, 4, 1, 8, 0, 0, TimeSpan.Zero), Site.EmailOf("all"));
        var line = new ContractLine(1, new Charge("user", "Managed user", BillingUnit.User, Pricing.PerUnit(perUser, Currency.Usd)) { TaxCategory = TaxCategory.OutsideScope, UnitCost = 20m }, users);
        using (var contracts = new ContractWriter(store, sellerId))
        {
            contracts.Add(new Contract(
                contract, "K-1001", new ContractTerms(Currency.Usd, new DateOnly(2025, 5, 1), line) { Term = new Term(12, 12, 30) }, note.At, ContractStatus.Scheduled));
        }

        var draft = QuoteDraft.Renewal(contract, Currency.Usd, start, 36) with
        {
            ValidUntil = "2026-04-30",
            Recommended = "renewal",
            Counts = [new DraftCount { Code = "user", Name = "users", Quantity = users.ToString(CultureInfo.InvariantCulture) }],
            Onboarding = new DraftOnboarding { Fee = (users * perUser).ToString(CultureInfo.InvariantCulture), TaxCategory = TaxCategory.OutsideScope },
            Assumptions = [.. stated],
        };
        return new QuoteStore(store, sellerId).Create("K-1001", draft, note);
    }

    private static async Task SignIn(BrowserPage browser, WebHost host)
    {
        await browser.Go(new Uri(host.Address, "/signin").ToString());
        await browser.Page.FillAsync("#Input_Email", Site.EmailOf("all"));
        await browser.Page.FillAsync("#Input_Password", Site.Password);
        await browser.Page.ClickAsync("button[type=submit], form button");
        await browser.Page.WaitForURLAsync(url => !url.Contains("/signin", StringComparison.Ordinal));
    }

    // The builder, then the proposal that is sent from it.
    private static async Task<List<(string Words, string ChartTitle, string Size, string Weight)>> Findings(BrowserPage browser, WebHost host, string number)
    {
        var page = browser.Page;
        await browser.Go(new Uri(host.Address, "/quotes/" + number).ToString());
        var builder = await Finding(page, "#comparison");
        await browser.Go(new Uri(host.Address, $"/quotes/{number}/send").ToString());
        await page.FillAsync("#Input_Name", "Dana Whitfield");
        await page.CheckAsync("#Input_Shares");
        await page.ClickAsync("button[name=onlyLink]");
        await browser.Go(await page.InputValueAsync("#link"));
        return [builder, await Finding(page, "#breakfix")];
    }

    private static async Task<(string Words, string ChartTitle, string Size, string Weight)> Finding(IPage page, string part)
    {
        var heading = page.Locator($"{part} h2").First;
        var title = await page.Locator($"{part} svg.chart title").First.TextContentAsync() ?? "";
        var style = await heading.EvaluateAsync<string[]>("one => [getComputedStyle(one).fontSize, getComputedStyle(one).fontWeight]");
        return (Spaces().Replace(await heading.InnerTextAsync(), " ").Trim(), title, style[0], style[1]);
    }

    [GeneratedRegex("\\s+")]
    private static partial Regex Spaces();
}
