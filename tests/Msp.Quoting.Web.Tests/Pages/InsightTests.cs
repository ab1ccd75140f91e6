using System.Globalization;
using Msp.Quoting.Web.Staff;
using Msp.Quoting.Web.Tests.Hosting;

namespace Msp.Quoting.Web.Tests.Pages;

/// <summary>Figures on pages lead to lists and downloads, and downloads sum.</summary>
public sealed class InsightTests(Site site)
{
    [Fact]
    public async Task The_months_download_leads_from_mrr_to_what_was_posted()
    {
        using var client = await site.Client(StaffRoles.Finance);
        using var response = await client.GetAsync(new Uri("/insights?handler=Csv", UriKind.Relative));
        Assert.Equal("text/csv", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition?.DispositionType);
        var lines = (await response.Content.ReadAsStringAsync()).Trim('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var heads = lines[0].Split(',');
        var (mrr, invoiced) = (Array.IndexOf(heads, "mrr"), Array.IndexOf(heads, "invoiced"));
        foreach (var line in lines[1..])
        {
            var cells = line.Split(',');
            decimal Figure(int at) => decimal.Parse(cells[at], CultureInfo.InvariantCulture);
            var parts = Enumerable.Range(Array.IndexOf(heads, "proration"), 9).Sum(Figure);
            Assert.Equal(Figure(invoiced), Figure(mrr) + parts);
        }

        Assert.Contains(lines, line => line.StartsWith("2026-03,2026-03-31,EUR,", StringComparison.Ordinal) && decimal.Parse(line.Split(',')[mrr], CultureInfo.InvariantCulture) > 0);
    }

    [Theory]
    [InlineData("/insights?handler=MovementCsv", "month,currency,opening,")]
    [InlineData("/insights/customers?handler=Csv&months=12", "customer,name,currency,revenue,")]
    [InlineData("/insights/renewals?handler=Csv&days=365", "contract,customer,name,termEnd,")]
    [InlineData("/insights/renewals?handler=Csv&days=365&view=uplifts", "contract,customer,name,day,")]
    [InlineData("/insights/leakage?handler=Csv", "contract,customer,name,line,")]
    public async Task Each_table_can_be_downloaded(string path, string heads)
    {
        using var client = await site.Client(StaffRoles.Auditor);
        var text = await client.GetStringAsync(new Uri(path, UriKind.Relative));
        Assert.StartsWith(heads, text.Trim('\uFEFF'), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(StaffRoles.Sales, 403)]
    [InlineData(StaffRoles.SalesManager, 403)]
    [InlineData(StaffRoles.Finance, 200)]
    [InlineData(StaffRoles.Admin, 200)]
    [InlineData(StaffRoles.Auditor, 200)]
    public async Task Finance_administrators_and_auditors_read_insights(string role, int status)
    {
        using var client = await site.Client(role);
        foreach (var path in (string[])["/insights", "/insights/customers", "/insights/renewals", "/insights/leakage", "/insights/contracts", "/insights/movement"])
        {
            using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal(status, (int)response.StatusCode);
        }
    }

    [Fact]
    public async Task A_page_beyond_the_last_shows_the_last()
    {
        using var client = await site.Client(StaffRoles.Finance);
        Assert.Contains("/insights/contracts/C-", await client.GetStringAsync(new Uri("/insights/contracts?month=2026-03&p=900", UriKind.Relative)), StringComparison.Ordinal);
        using var missing = await client.GetAsync(new Uri("/insights/contracts/C-0000", UriKind.Relative));
        Assert.Equal(404, (int)missing.StatusCode);
    }
}
