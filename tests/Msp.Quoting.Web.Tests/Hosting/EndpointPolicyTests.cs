using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Msp.Quoting.Web.Staff;

namespace Msp.Quoting.Web.Tests.Hosting;

/// <summary>Nobody is let in by default.</summary>
public sealed class EndpointPolicyTests(Site site)
{
    // What is open to everybody, each for a reason: static files by their route, liveness, and what comes before a session. Add proposal pages here.
    private static readonly string[] Open = ["signin", "setup", "dev/components", "health", "p/{token}", "p/{token}/check", "p/{token}/accepted", "p/{token}/reply"];

    [Fact]
    public void Every_endpoint_names_a_policy_or_is_on_the_list_of_open_ones()
    {
        var endpoints = site.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();
        Assert.True(endpoints.Count > 20, "The walk found too few endpoints to mean anything.");
        var wrong = endpoints.Where(endpoint => !IsStaticFile(endpoint)).Where(endpoint => IsOpen(endpoint)
            ? endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null
            : endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null || !endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(data => Policies.All.Contains(data.Policy)));
        Assert.Empty(wrong.Select(endpoint => endpoint.RoutePattern.RawText));
    }

    [Theory]
    [InlineData(StaffRoles.Sales, "/settings", 403)]
    [InlineData(StaffRoles.Sales, "/users", 403)]
    [InlineData(StaffRoles.Sales, "/audit", 403)]
    [InlineData(StaffRoles.Sales, "/catalog/publish", 403)]
    [InlineData(StaffRoles.Sales, "/contracts", 200)]
    [InlineData(StaffRoles.Sales, "/runs", 403)]
    [InlineData(StaffRoles.Sales, "/invoices", 403)]
    [InlineData(StaffRoles.Auditor, "/runs/RUN-0002", 200)]
    [InlineData(StaffRoles.Auditor, "/invoices/INV-2026-0000001", 200)]
    [InlineData(StaffRoles.Auditor, "/runs/new", 403)]
    [InlineData(StaffRoles.Finance, "/runs/RUN-0002/approve", 403)]
    [InlineData(StaffRoles.Auditor, "/audit", 200)]
    [InlineData(StaffRoles.Auditor, "/users", 403)]
    public async Task A_role_opens_what_it_may_and_nothing_else(string role, string path, int status)
    {
        using var client = await site.Client(role);
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_is_sent_to_the_sign_in_and_then_back()
    {
        using var client = site.Stranger();
        using var response = await client.GetAsync(new Uri("/contracts?view=all", UriKind.Relative));
        Assert.Equal(302, (int)response.StatusCode);
        Assert.Equal("/signin?returnUrl=%2Fcontracts%3Fview%3Dall", response.Headers.Location?.PathAndQuery);
    }

    [Fact]
    public async Task A_form_without_its_token_changes_nothing()
    {
        using var client = await site.Client(StaffRoles.Admin);
        using var form = new FormUrlEncodedContent([new("Limits.DiscountLimit", "99"), new("Limits.MarginFloor", "1"), new("Limits.ProposalDays", "1")]);
        using var response = await client.PostAsync(new Uri("/settings?handler=Limits", UriKind.Relative), form);
        Assert.Equal(400, (int)response.StatusCode);
    }

    // In Development the framework adds a way to files that were made after the build; it names nothing, so the fallback closes it.
    private static bool IsStaticFile(RouteEndpoint endpoint) => endpoint.RoutePattern.RawText == "{**path:file}" || endpoint.Metadata.Any(one => one.GetType().Name.Contains("StaticAsset", StringComparison.Ordinal));

    private static bool IsOpen(RouteEndpoint endpoint) => Open.Contains(endpoint.RoutePattern.RawText?.Trim('/'), StringComparer.OrdinalIgnoreCase);
}
