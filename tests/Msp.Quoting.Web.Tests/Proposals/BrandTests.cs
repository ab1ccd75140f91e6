using Microsoft.Extensions.DependencyInjection;
using Msp.Quoting.Web.Proposals;
using Msp.Quoting.Web.Staff;
using Msp.Quoting.Web.Tests.Hosting;

namespace Msp.Quoting.Web.Tests.Proposals;

/// <summary>A seller's colour and logo: readable whatever they are, and from the tool's own address.</summary>
public sealed class BrandTests(Site site)
{
    // 40 x 12 pixels in one colour; made with zlib, all chunks with their checksums.
    private const string Logo = "iVBORw0KGgoAAAANSUhEUgAAACgAAAAMCAIAAACfoWgaAAAAHElEQVR42mNQCbs2IIhh1OJRi0ctHrV41GJiEQDEg3YfxduutAAAAABJRU5ErkJggg==";

    [Fact]
    public void Every_colour_is_made_readable_on_every_surface_it_stands_on()
    {
        var unreadable = new List<string>();
        foreach (var red in Levels())
        {
            foreach (var green in Levels())
            {
                foreach (var blue in Levels())
                {
                    var colors = BrandColors.Of($"#{red:x2}{green:x2}{blue:x2}");
                    var (white, page, card) = (BrandColors.Of("#ffffff").Brand, BrandColors.Of("#f5f6f8").Brand, BrandColors.Of("#161b23").Brand);
                    double[] ratios =
                    [
                        colors.Light.ContrastTo(white), colors.Light.ContrastTo(page), colors.Light.ContrastTo(colors.LightSoft), colors.LightStrong.ContrastTo(white),
                        colors.Dark.ContrastTo(card), colors.Dark.ContrastTo(colors.DarkSoft), colors.Dark.ContrastTo(BrandColors.DarkInk), colors.DarkStrong.ContrastTo(BrandColors.DarkInk),
                    ];
                    if (ratios.Min() < 4.5)
                    {
                        unreadable.Add(FormattableString.Invariant($"{colors.Brand}: {ratios.Min():0.00}"));
                    }
                }
            }
        }

        Assert.Empty(unreadable);
    }

    [Theory]
    [InlineData("#2456d6", "#2456d6")] // readable as it is
    [InlineData("#0a5c36", "#0a5c36")]
    public void A_colour_that_is_readable_stays_what_it_is(string color, string light) => Assert.Equal(light, BrandColors.Of(color).Light.ToString());

    [Fact]
    public async Task A_colour_and_a_logo_are_on_the_proposal_and_its_receipt_and_nothing_else_is_taken_for_a_logo()
    {
        Site.NeedsBrowser();
        await using var host = new WebHost();
        host.StartServer();
        var sellerId = await Site.Fill(host);
        string link;
        using (var store = host.Services.GetRequiredService<Msp.Quoting.Web.Hosting.DatabaseFile>().Open())
        {
            var note = new Msp.Billing.Quotes.QuoteNote(new DateOnly(2026, 4, 1), new DateTimeOffset(2026, 4, 1, 8, 30, 0, TimeSpan.Zero), "jo", "");
            link = host.Address + "p/" + new Msp.Billing.EntityFrameworkCore.Quotes.QuoteLinks(store, sellerId).Create(SampleQuotes.Sent, "Dana Whitfield", "dana@harbor.example", note.At.AddDays(20), note) + "/";
        }

        await using var admin = await site.Open(signedIn: false);
        await admin.Go(host.Address + "signin");
        await admin.Page.FillAsync("#Input_Email", Site.EmailOf("all"));
        await admin.Page.FillAsync("#Input_Password", Site.Password);
        await admin.Page.ClickAsync("form button");
        await admin.Go(host.Address + "settings");
        await admin.Page.FillAsync("#Brand_Color", "#ffb400");
        await admin.Page.SetInputFilesAsync("#Brand_Logo", new Microsoft.Playwright.FilePayload { Name = "logo.png", MimeType = "image/png", Buffer = "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray() });
        await admin.Page.ClickAsync("form[action*=Brand] button");
        Assert.Contains("PNG or JPEG", await admin.Page.InnerTextAsync("#error-summary"), StringComparison.Ordinal);
        await admin.Page.SetInputFilesAsync("#Brand_Logo", new Microsoft.Playwright.FilePayload { Name = "logo.png", MimeType = "image/png", Buffer = Convert.FromBase64String(Logo) });
        await admin.Page.ClickAsync("form[action*=Brand] button");
        await admin.Page.WaitForSelectorAsync(".banner");

        await using var customer = await site.Open(new Look(1440), signedIn: false);
        await customer.Go(link);
        Assert.Equal(40, await customer.Page.EvaluateAsync<int>("document.querySelector('.pub-logo').naturalWidth"));
        Assert.Equal("rgb(255, 180, 0)", await customer.Page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.pub-head')).borderTopColor"));
        await Judging.AssertGood(customer.Page, "branded proposal");
        await admin.Go(host.Address + "quotes/" + SampleQuotes.Draft + "/preview");
        Assert.Equal(40, await admin.Page.EvaluateAsync<int>("document.querySelector('.pub-logo').naturalWidth"));

        using var client = new HttpClient();
        using var logo = await client.GetAsync(new Uri(link + "?handler=Logo"));
        Assert.Equal(("image/png", "nosniff"), (logo.Content.Headers.ContentType?.MediaType, Assert.Single(logo.Headers.GetValues("X-Content-Type-Options"))));
        Assert.Equal("private, max-age=86400", logo.Headers.CacheControl?.ToString().Replace("max-age=86400, private", "private, max-age=86400", StringComparison.Ordinal));
        using var scope = host.Services.CreateScope();
        Assert.Equal("#ffb400", scope.ServiceProvider.GetRequiredService<WebDb>().Settings.Single(one => one.SellerId == sellerId).BrandColor);
    }

    private static IEnumerable<int> Levels() => [0, 51, 102, 153, 204, 255];
}
