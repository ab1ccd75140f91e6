using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Msp.Billing.BreakFix;
using Msp.Quoting.Web.Tests.Hosting;

namespace Msp.Quoting.Web.Tests.Proposals;

/// <summary>The proposal on paper: light, without buttons, with every total.</summary>
public sealed partial class PrintTests(Site site)
{
    [Theory]
    [InlineData("en-US", "Master services agreement", "What is not included", "$8,060.75", "$3,450.00", "$11,510.75", "$2,647.47", "$14,158.22")]
    [InlineData("de-DE", "Master services agreement", "Was nicht enthalten ist", "8.060,75 $", "3.450,00 $", "11.510,75 $", "2.647,47 $", "14.158,22 $")]
    [InlineData("fr-FR", "Master services agreement", "Ce qui n'est pas compris", "8 060,75 $", "3 450,00 $", "11 510,75 $", "2 647,47 $", "14 158,22 $")]
    public async Task It_prints_as_it_is_on_a_few_pages_in_every_language(string locale, params string[] totals)
    {
        Site.NeedsBrowser();
        var offer = Offer.Send(site, compares: true, fit: Fit.Of(new FitProfile(45, 0, IsRegulated: true, Sites: 2, RemoteShare: 0.1, YearlyGrowth: 0.1, Verdict.TooCloseToCall)));
        await using var browser = await site.Open(new Look(1280) { IsDark = true, Locale = locale }, signedIn: false);
        await browser.Go(offer.Link);
        var page = browser.Page;
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        var text = Spaces().Replace(await page.InnerTextAsync("body"), " ");

        // 8,060.75 a month; 45 × 60 + 3 × 250 = 3,450.00 once; 8,060.75 + 3,450.00 = 11,510.75 on the first invoice, 23 % of it 2,647.47.
        Assert.All(totals, total => Assert.Contains(total, text, StringComparison.Ordinal));

        Assert.Equal(0, await page.Locator("button:visible, .btn:visible").CountAsync());
        Assert.Equal("rgb(255, 255, 255)", await page.EvaluateAsync<string>("getComputedStyle(document.documentElement).backgroundColor"));
        Assert.Equal("light", await page.EvaluateAsync<string>("getComputedStyle(document.documentElement).colorScheme"));
        var pdf = await page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true, PrintBackground = true });
        if (Environment.GetEnvironmentVariable("MSP_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, $"proposal-{locale}.pdf"), pdf);
        }

        Assert.InRange(pdf.Length, 20_000, 400_000);
        Assert.InRange(Pages().Count(Encoding.Latin1.GetString(pdf)), 2, 6);

        // What another program reads from the file says the same.
        var printed = await TextOf(pdf);
        Assert.All(totals, total => Assert.Contains(total, printed, StringComparison.Ordinal));

        // Nothing is printed twice where a table goes on over the page.
        Assert.All(totals, total => Assert.InRange(Times(total, printed), 1, Times(total, text)));
    }

    private static int Times(string what, string text) => text.Split(what).Length - 1;

    private static async Task<string> TextOf(byte[] pdf)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, pdf);
            using var reader = Start(file);
            var text = await reader.StandardOutput.ReadToEndAsync();
            await reader.WaitForExitAsync();
            return Spaces().Replace(text, " ");
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static Process Start(string file)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("pdftotext", [file, "-"]) { RedirectStandardOutput = true }) ?? throw new InvalidOperationException("pdftotext did not start.");
        }
        catch (Win32Exception)
        {
            Assert.SkipWhen(Environment.GetEnvironmentVariable("CI") != "true", "pdftotext is not here; install the package poppler-utils.");
            throw;
        }
    }

    [GeneratedRegex(@"[\s\u00a0\u202f]+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"/Type\s*/Page\b")]
    private static partial Regex Pages();
}
