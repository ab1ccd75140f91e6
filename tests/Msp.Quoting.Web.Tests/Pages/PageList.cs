using Msp.Quoting.Web.Tests.Hosting;

namespace Msp.Quoting.Web.Tests.Pages;

/// <summary>The addresses that are checked in every look and against every budget. A new page is added here.</summary>
internal static class PageList
{
    /// <summary>What staff see.</summary>
    public static IReadOnlyList<string> SignedIn { get; } = ["/", "/account", "/customers", "/customers/K-1001", "/customers/K-1001/billing", "/contracts", "/contracts/C-2001", "/runs", "/runs/new", "/runs/limits", "/runs/RUN-0002", "/runs/RUN-0002/contracts/C-2001", "/invoices", "/invoices/INV-2026-0000001", "/invoices/INV-2026-0000001/correct", "/invoices?state=Paid", "/invoices?q=nothing-like-this", "/books", "/books/payments", "/books/payments?q=nothing", "/books/payments/new", "/books/payments/new?customer=K-1001", "/books/payments/refund?customer=K-1001", "/books/bank", "/books/bank/import", "/books/ageing", "/books/customers/K-1001", "/books/reminders", "/books/reminders?view=sent", "/books/reminders?view=paused", "/books/ledger", "/books/account?role=Receivable&code=1200&currency=EUR", "/books/tie", "/books/deferred", "/books/close", "/books/settings", "/insights", "/insights?month=2026-02", "/insights/movement?month=2026-03", "/insights/contracts?month=2026-03", "/insights/contracts/C-2001?month=2026-03", "/insights/customers", "/insights/customers?sort=Margin&months=12", "/insights/renewals", "/insights/renewals?view=uplifts&days=365", "/insights/leakage", "/catalog", "/catalog/publish", "/settings", "/settings/documents", "/users", "/audit", "/dev/components", "/quotes", "/quotes?q=nothing-like-this", "/quotes/new", "/templates",
        "/quotes/" + SampleQuotes.Draft, "/quotes/" + SampleQuotes.Sent, "/quotes/" + SampleQuotes.Draft + "/versions"];
}
