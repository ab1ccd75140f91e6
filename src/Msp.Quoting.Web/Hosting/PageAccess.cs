using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Msp.Quoting.Web.Staff;

namespace Msp.Quoting.Web.Hosting;

/// <summary>Who may open which page. A page that is named nowhere here is closed to all but staff, and a test fails for it.</summary>
internal static class PageAccess
{
    /// <summary>Applies the policies.</summary>
    public static void Apply(RazorPagesOptions options)
    {
        var pages = options.Conventions;
        pages.AuthorizePage("/Index", Policies.Staff);
        pages.AuthorizePage("/SignOut", Policies.Staff);
        pages.AuthorizeFolder("/Account", Policies.Staff);
        pages.AuthorizeFolder("/Customers", Policies.ReadContracts);
        pages.AuthorizePage("/Customers/Billing", Policies.WriteParties);
        pages.AuthorizeFolder("/Contracts", Policies.ReadContracts);
        pages.AuthorizeFolder("/Quotes", Policies.ReadQuotes);
        pages.AuthorizePage("/Quotes/New", Policies.WriteQuotes);
        pages.AuthorizeFolder("/Templates", Policies.ReadQuotes);
        pages.AuthorizeFolder("/Catalog", Policies.ReadCatalog);
        pages.AuthorizePage("/Catalog/Publish", Policies.WriteCatalog);
        pages.AuthorizeFolder("/Runs", Policies.ReadRuns);
        pages.AuthorizePage("/Runs/New", Policies.WriteRuns);
        pages.AuthorizePage("/Runs/Approve", Policies.ApproveRuns);
        pages.AuthorizeFolder("/Invoices", Policies.ReadRuns);
        pages.AuthorizePage("/Invoices/Correct", Policies.CorrectInvoices);
        pages.AuthorizeFolder("/Insights", Policies.ReadRuns);
        pages.AuthorizeFolder("/Books", Policies.ReadBooks);
        foreach (var page in new[] { "/Books/Record", "/Books/Refund", "/Books/Import", "/Books/Match" })
        {
            pages.AuthorizePage(page, Policies.WriteBooks);
        }

        pages.AuthorizeFolder("/Settings", Policies.Administer);
        pages.AuthorizeFolder("/Users", Policies.Administer);
        pages.AuthorizeFolder("/Audit", Policies.Audit);

        foreach (var page in new[] { "/SignIn", "/Setup" })
        {
            pages.AllowAnonymousToPage(page);
            pages.AddPageApplicationModelConvention(page, model => model.EndpointMetadata.Add(new EnableRateLimitingAttribute(RateLimits.SignIn)));
        }

        pages.AuthorizeFolder("/Sending", Policies.ReadQuotes);
        pages.AuthorizePage("/Sending/Send", Policies.WriteQuotes);
        pages.AllowAnonymousToFolder("/Proposals");
        pages.AddFolderApplicationModelConvention("/Proposals", model => model.EndpointMetadata.Add(new EnableRateLimitingAttribute(
            model.RelativePath.EndsWith("/Reply.cshtml", StringComparison.Ordinal) ? RateLimits.Replies : RateLimits.Public)));

        pages.AllowAnonymousToFolder("/Dev");
    }
}
