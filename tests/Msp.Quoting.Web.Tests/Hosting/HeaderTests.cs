namespace Msp.Quoting.Web.Tests.Hosting;

/// <summary>What every answer carries, also the ones that go wrong.</summary>
public sealed class HeaderTests(Site site)
{
    [Theory]
    [InlineData("/signin", 200)]
    [InlineData("/nothing-here", 302)]
    [InlineData("/css/base.css", 200)]
    [InlineData("/health", 200)]
    public async Task Every_answer_carries_the_strict_policy(string path, int status)
    {
        using var client = site.Stranger();
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(status == 302 ? 404 : status, (int)response.StatusCode == 302 ? 404 : (int)response.StatusCode);
        var policy = string.Join(' ', response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("require-trusted-types-for 'script'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("data:", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task A_page_that_is_not_there_says_so_with_a_reference_and_no_layout()
    {
        using var client = await site.Client("all");
        using var response = await client.GetAsync(new Uri("/contracts/none", UriKind.Relative));
        var html = await response.Content.ReadAsStringAsync();
        Assert.Equal(404, (int)response.StatusCode);
        Assert.Contains("Page not found", html, StringComparison.Ordinal);
        Assert.Contains("Reference", html, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"side\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_database_is_gone_the_answer_is_a_page_and_the_service_is_not_healthy()
    {
        await using var host = new WebHost();
        host.StartServer();
        using var client = new HttpClient { BaseAddress = host.Address };
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        await File.WriteAllTextAsync(host.DatabasePath, "no database any more");
        File.Delete(host.DatabasePath + "-wal");
        using var response = await client.GetAsync(new Uri("/signin", UriKind.Relative));
        var html = await response.Content.ReadAsStringAsync();
        Assert.True((int)response.StatusCode is 500 or 503, html);
        Assert.Contains("Reference", html, StringComparison.Ordinal);
        using var health = await client.GetAsync(new Uri("/health", UriKind.Relative));
        Assert.Equal(503, (int)health.StatusCode);
    }
}
