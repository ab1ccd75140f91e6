using Microsoft.Playwright;
using Msp.Quoting.Web.Tests.Hosting;

namespace Msp.Quoting.Web.Tests.Invoices;

/// <summary>Finance looks for an invoice, opens it and sees what a correction would do, with and without scripts.</summary>
public sealed class InvoiceFlowTests(Site site)
{
    [Theory]
    [InlineData(1440, true)]
    [InlineData(390, false)]
    public async Task An_invoice_is_found_opened_and_its_correction_previewed(int width, bool scripts)
    {
        Site.NeedsBrowser();
        await using var browser = await site.Open(new Look(width) { RunsScripts = scripts });
        await browser.Go("/invoices");
        var page = browser.Page;
        await page.GetByLabel("Run", new PageGetByLabelOptions { Exact = true }).SelectOptionAsync("RUN-0001");
        await page.GetByLabel("Number or customer").FillAsync("INV-2026-0000002");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Search", Exact = true }).ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("q=INV-2026-0000002", StringComparison.Ordinal) && url.Contains("run=RUN-0001", StringComparison.Ordinal));
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "INV-2026-0000002", Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**/invoices/INV-2026-0000002");
        Assert.Contains("Receivable", await page.Locator(".books").InnerTextAsync(), StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Correct", Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**/correct");
        await page.Locator("#line-1").CheckAsync();
        await page.GetByLabel("Reason").FillAsync("miscounted");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Preview", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "What it does" }).WaitForAsync();
        Assert.True(await page.Locator("#line-1").IsCheckedAsync());
        Assert.Equal(1, await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Propose this correction" }).CountAsync());

        // The judge is a script itself.
        if (!scripts)
        {
            return;
        }

        Assert.Empty(await Judging.Judge(page, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"correction-preview-{width}")));
    }
}
