using System.Net;
using System.Text;
using Msp.Quoting.Web.Staff;
using Msp.Quoting.Web.Tests.Hosting;

namespace Msp.Quoting.Web.Tests.Runs;

/// <summary>A posted document as a file from the browser.</summary>
public sealed class InvoicePdfTests(Site site)
{
    private const string Page = "/invoices/INV-2026-0000001";
    private const string File = Page + "?handler=Pdf";

    [Fact]
    public async Task It_comes_under_its_own_name_and_whoever_has_it_is_told_so()
    {
        using var client = await site.Client(StaffRoles.Finance);
        using var answer = await client.GetAsync(new Uri(File, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(("application/pdf", "attachment", "INV-2026-0000001.pdf"), (
            answer.Content.Headers.ContentType?.MediaType, answer.Content.Headers.ContentDisposition?.DispositionType, answer.Content.Headers.ContentDisposition?.FileName));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.StartsWith("%PDF-1.7", Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);

        using var again = new HttpRequestMessage(HttpMethod.Get, new Uri(File, UriKind.Relative));
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag ?? throw new InvalidOperationException("There is no tag."));
        using var unchanged = await client.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);

        var explained = await client.GetByteArrayAsync(new Uri(File + "&explain=true", UriKind.Relative));
        Assert.True(explained.Length > bytes.Length);
        Assert.Contains(File, WebUtility.HtmlDecode(await client.GetStringAsync(new Uri(Page, UriKind.Relative))), StringComparison.Ordinal);
        Assert.Contains("?handler=Pdf", await client.GetStringAsync(new Uri("/invoices", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_not_for_strangers_and_what_is_not_there_is_not_found()
    {
        using var stranger = site.Stranger();
        using var turned = await stranger.GetAsync(new Uri(File, UriKind.Relative));
        Assert.NotEqual("application/pdf", turned.Content.Headers.ContentType?.MediaType);
        using var client = await site.Client(StaffRoles.Finance);
        using var missing = await client.GetAsync(new Uri("/invoices/INV-2026-9999999?handler=Pdf", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }
}
