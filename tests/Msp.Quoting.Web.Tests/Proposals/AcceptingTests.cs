using Microsoft.Playwright;
using Msp.Billing.Amounts;
using Msp.Billing.EntityFrameworkCore.Quotes;
using Msp.Billing.Quotes;
using Msp.Quoting.Web.Tests.Hosting;

namespace Msp.Quoting.Web.Tests.Proposals;

/// <summary>What a customer does with its link: choose, sign, accept; with scripts and without.</summary>
public sealed class AcceptingTests(Site site)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_customer_chooses_another_plan_checks_it_and_accepts(bool runsScripts)
    {
        Site.NeedsBrowser();
        var offer = Offer.Send(site);
        await using var browser = await site.Open(new Look(1280) { RunsScripts = runsScripts }, signedIn: false);
        await browser.Go(offer.Link);
        var page = browser.Page;

        // 45 × 150 + 3 × 185 + 2 × 95 + 45 × 22 = 8,485.00; less 5 % = 8,060.75.
        Assert.Equal("$8,060.75", await Glance(page));
        await page.CheckAsync("#plan-Basic");
        await page.FillAsync("#quantity-m365", "10");
        await Update(page, runsScripts);

        // 45 × 90 + 3 × 185 + 2 × 95 + 10 × 22 = 5,015.00; less 5 % = 4,764.25.
        Assert.Equal("$4,764.25", await Glance(page));
        await Sign(page, "Dana Whitfield", "dana  whitfield");
        await page.ClickAsync("#accept .btn-primary");
        Assert.Equal("Check before you accept", await page.InnerTextAsync("h1") + string.Join(", ", await page.Locator("#error-summary li").AllInnerTextsAsync()));
        Assert.Contains("$4,764.25", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Null(offer.AcceptanceIn(site));

        await page.ClickAsync("button[formaction*=Accept]");
        await page.WaitForURLAsync("**/accepted");
        var accepted = Accepted(offer);
        Assert.Equal("basic-36", accepted.Acceptance.Choice.Option);
        Assert.Equal(10m, accepted.Acceptance.Choice.QuantityOf("m365"));
        Assert.Equal(("Dana Whitfield", "Managing director"), (accepted.Acceptance.Signer.Name, accepted.Acceptance.Signer.Role));
        var text = await page.InnerTextAsync("main");
        Assert.Contains(accepted.Contract, text, StringComparison.Ordinal);
        Assert.Contains(Convert.ToHexStringLower(accepted.Acceptance.Hash.AsSpan()), text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_invoice_of_the_contract_is_the_one_that_the_customer_was_shown()
    {
        Site.NeedsBrowser();
        var offer = Offer.Send(site);
        await using var browser = await site.Open(signedIn: false);
        await browser.Go(offer.Link);

        // 8,060.75 a month and 45 x 60 + 3 x 250 = 3,450.00 once make 11,510.75; 23 % of it is 2,647.47.
        string[] figures = ["$11,510.75", "$2,647.47", "$14,158.22"];
        var shown = await browser.Page.Locator(".bill").First.InnerTextAsync();
        Assert.All(figures, figure => Assert.Contains(figure, shown, StringComparison.Ordinal));
        await Accept(browser.Page);
        Assert.Contains("$14,158.22", await browser.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        using var staff = await site.Client("all");
        var contract = await staff.GetStringAsync(new Uri("/contracts/" + Accepted(offer).Contract, UriKind.Relative));
        var coming = contract[contract.IndexOf("Coming invoices", StringComparison.Ordinal)..];
        Assert.All(figures, figure => Assert.Contains(figure, coming, StringComparison.Ordinal));
        Assert.True(coming.IndexOf("$14,158.22", StringComparison.Ordinal) < coming.IndexOf("$9,914.72", StringComparison.Ordinal), "The second month is 8,060.75 and 1,853.97.");
    }

    [Fact]
    public async Task The_receipt_keeps_working_and_the_file_verifies_with_the_seal_on_the_page()
    {
        Site.NeedsBrowser();
        var offer = Offer.Send(site);
        await using var browser = await site.Open(signedIn: false);
        await browser.Go(offer.Link);
        await Accept(browser.Page);
        await browser.Go(offer.Link + "accepted");
        var seal = await browser.Page.InnerTextAsync("main code");
        var receipt = await browser.Page.Context.APIRequest.GetAsync(offer.Link + "accepted?handler=Receipt");
        Assert.True(AcceptanceReceipt.Verify(await receipt.TextAsync(), seal).IsValid);
        Assert.Equal("attachment", receipt.Headers["content-disposition"].Split(';')[0]);
        await browser.Go(offer.Link);
        Assert.Contains("Accepted on", await browser.Page.InnerTextAsync(".banner"), StringComparison.Ordinal);
        Assert.Equal(0, await browser.Page.Locator("#accept").CountAsync());
    }

    [Fact]
    public async Task Accepting_twice_gives_the_same_contract()
    {
        Site.NeedsBrowser();
        var offer = Offer.Send(site);
        await using var first = await site.Open(signedIn: false);
        await using var second = await site.Open(signedIn: false);
        foreach (var browser in new[] { first, second })
        {
            await browser.Go(offer.Link);
            await Sign(browser.Page, "Dana Whitfield", "Dana Whitfield");
            await browser.Page.ClickAsync("#accept .btn-primary");
        }

        await first.Page.ClickAsync("button[formaction*=Accept]");
        await first.Page.WaitForURLAsync("**/accepted");
        var before = Accepted(offer);
        await second.Page.ClickAsync("button[formaction*=Accept]");
        await second.Page.WaitForURLAsync("**/accepted");
        Assert.Contains(before.Contract, await second.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.True(before.Acceptance.Hash.AsSpan().SequenceEqual(Accepted(offer).Acceptance.Hash.AsSpan()));
        Assert.Single(offer.EventsIn(site), known => known.Action == QuoteAction.Accept);
    }

    [Fact]
    public async Task What_is_missing_is_said_at_its_field_and_what_was_typed_stays()
    {
        Site.NeedsBrowser();
        var offer = Offer.Send(site);
        await using var browser = await site.Open(signedIn: false);
        await browser.Go(offer.Link);
        await browser.Page.FillAsync("#Sign_Name", "Dana Whitfield");
        await browser.Page.FillAsync("#Sign_Signature", "Dana Whitman");
        await browser.Page.ClickAsync("#accept .btn-primary");
        var errors = await browser.Page.Locator("#error-summary li").AllInnerTextsAsync();
        Assert.Equal(
            ["Confirm that you may accept and that you agree to the terms", "Enter your role, such as managing director", "Type your name as above to sign: Dana Whitfield"],
            errors.Order(StringComparer.Ordinal));
        Assert.StartsWith("Error:", await browser.Page.TitleAsync(), StringComparison.Ordinal);
        Assert.Equal("Dana Whitfield", await browser.Page.InputValueAsync("#Sign_Name"));
        Assert.Null(offer.AcceptanceIn(site));
    }

    [Fact]
    public async Task A_quantity_out_of_its_bounds_is_refused_and_the_figures_stay()
    {
        Site.NeedsBrowser();
        var offer = Offer.Send(site);
        await using var browser = await site.Open(new Look(1280) { RunsScripts = false }, signedIn: false);
        await browser.Go(offer.Link);
        await browser.Page.FillAsync("#quantity-m365", "61");
        await browser.Page.ClickAsync("#items button[formaction]");
        Assert.Contains("Microsoft 365 Business Premium: enter a whole number from 1 to 60", await browser.Page.InnerTextAsync("#error-summary"), StringComparison.Ordinal);
        Assert.Equal("61", await browser.Page.InputValueAsync("#quantity-m365"));
        Assert.Equal("$8,060.75", await Glance(browser.Page));
    }

    [Fact]
    public async Task The_evidence_holds_the_declaration_in_the_words_that_the_signer_read()
    {
        Site.NeedsBrowser();
        var offer = Offer.Send(site);
        await using var browser = await site.Open(new Look(1280) { Locale = "de-DE" }, signedIn: false);
        await browser.Go(offer.Link);
        var page = browser.Page;
        await Sign(page, "Dana Whitfield", "Dana Whitfield");
        await page.ClickAsync("#accept .btn-primary");
        const string German = "Ich bin befugt, dieses Angebot anzunehmen, und stimme seinen Bedingungen zu.";
        Assert.Equal(German, (await page.InnerTextAsync("p.agree span")).Trim());

        // In another tab the language changes: what was read is not what would be declared.
        await page.Context.AddCookiesAsync([new Cookie { Name = "msp.culture", Value = "c=fr-FR|uic=fr-FR", Url = site.Address }]);
        await page.ClickAsync("button[formaction*=Accept]");
        Assert.Contains("relisez-la", await page.InnerTextAsync("#error-summary"), StringComparison.Ordinal);
        Assert.Null(offer.AcceptanceIn(site));
        Assert.False(await page.IsCheckedAsync("#Sign_Agrees"));
        await page.CheckAsync("#Sign_Agrees");
        await page.ClickAsync("form .btn-primary");
        var shown = (await page.InnerTextAsync("p.agree span")).Trim();
        await page.ClickAsync("button[formaction*=Accept]");
        await page.WaitForURLAsync("**/accepted");

        var acceptance = Accepted(offer).Acceptance;
        Assert.Equal(new Consent(shown, "fr-FR"), acceptance.Consent);
        Assert.StartsWith("Je suis habilité", shown, StringComparison.Ordinal);
        Assert.Equal(acceptance.Consent, AcceptanceReceipt.Verify(AcceptanceReceipt.Write(acceptance)).Acceptance?.Consent);
    }

    [Theory]
    [InlineData("de-DE", "8.060,75 $", "Dieses Angebot annehmen", "1 Stunde")]
    [InlineData("fr-FR", "8 060,75 $", "Accepter cette proposition", "1 heure")]
    [InlineData("ja-JP", "$8,060.75", "Accept this proposal", "1 hour")]
    public async Task A_quote_in_dollars_stays_in_dollars_in_every_language(string locale, string monthly, string heading, string response)
    {
        Site.NeedsBrowser();
        var offer = Offer.Send(site, Currency.Usd);
        await using var browser = await site.Open(new Look(1280) { Locale = locale }, signedIn: false);
        await browser.Go(offer.Link);
        Assert.Equal(monthly, await Glance(browser.Page));
        var text = await browser.Page.InnerTextAsync("main");
        Assert.Contains(heading, text, StringComparison.Ordinal);
        Assert.Contains(response, text, StringComparison.Ordinal);
        Assert.DoesNotContain("€", text, StringComparison.Ordinal);
    }

    internal static async Task Sign(IPage page, string name, string signature)
    {
        await page.FillAsync("#Sign_Name", name);
        await page.FillAsync("#Sign_Role", "Managing director");
        await page.FillAsync("#Sign_Signature", signature);
        await page.CheckAsync("#Sign_Agrees");
    }

    private static async Task Accept(IPage page)
    {
        await Sign(page, "Dana Whitfield", "Dana Whitfield");
        await page.ClickAsync("#accept .btn-primary");
        await page.ClickAsync("button[formaction*=Accept]");
        await page.WaitForURLAsync("**/accepted");
    }

    private static async Task Update(IPage page, bool runsScripts)
    {
        if (!runsScripts)
        {
            await page.ClickAsync(".card:has(.choices) button[formaction]");
            return;
        }

        await Assertions.Expect(page.Locator("#glance b").First).ToHaveTextAsync("$4,764.25");
    }

    private static async Task<string> Glance(IPage page) => (await page.InnerTextAsync("#glance b >> nth=0")).Replace('\u00A0', ' ').Replace('\u202F', ' ').Trim();

    private AcceptedQuote Accepted(Offer offer) => offer.AcceptanceIn(site) ?? throw new InvalidOperationException("It was not accepted.");
}
