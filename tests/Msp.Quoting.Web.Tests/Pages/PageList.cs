using Msp.Quoting.Web.Tests.Hosting;

namespace Msp.Quoting.Web.Tests.Pages;

/// <summary>The addresses that are checked in every look and against every budget. A new page is added here.</summary>
internal static class PageList
{
    /// <summary>What staff see.</summary>
    public static IReadOnlyList<string> SignedIn { get; } = ["/", "/account", "/customers", "/customers/K-1001", "/contracts", "/contracts/C-2001", "/runs", "/runs/new", "/runs/RUN-0002", "/runs/RUN-0002/contracts/C-2001", "/invoices", "/invoices/INV-2026-0000001", "/catalog", "/catalog/publish", "/settings", "/users", "/audit", "/dev/components", "/quotes", "/quotes?q=nothing-like-this", "/quotes/new", "/templates",
        "/quotes/" + SampleQuotes.Draft, "/quotes/" + SampleQuotes.Sent, "/quotes/" + SampleQuotes.Draft + "/versions"];
}
