using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.EntityFrameworkCore;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.EntityFrameworkCore.Quotes;
using Msp.Billing.Invoicing;
using Msp.Billing.Plans;
using Msp.Billing.Quotes;

namespace Msp.Quoting.Web.Tests.Hosting;

/// <summary>The quotes that tests share: a draft and one that was sent. Tests that write make quotes of their own.</summary>
internal static class SampleQuotes
{
    public const string Draft = "Q-2026-0001";

    public const string Sent = "Q-2026-0002";

    private static readonly string[] Codes = ["managed-basic", "managed-standard", "managed-premium"];

    private static readonly DateOnly Today = new(2026, 4, 1);

    /// <summary>Stores them.</summary>
    public static void Store(BillingStore store, long sellerId)
    {
        var quotes = new QuoteStore(store, sellerId);
        for (var i = 0; i < 2; i++)
        {
            Make(store, sellerId);
        }

        var tax = new TableTaxCalculator(new SellerBook(store).TaxTableOf(sellerId));
        using var customers = new CustomerReader(store, sellerId);
        var customer = customers.Find("K-1001")?.Customer ?? throw new InvalidOperationException("There is no customer K-1001.");
        var reading = new QuoteDraftReader(new QuoteCatalog([.. Codes.Select(Plan)]), customer, tax).Read(Written());
        Assert.Empty(reading.Problems);
        Assert.NotNull(reading.Content);
        quotes.Send(Sent, 1, reading.Content, ApprovalAnswer.NotNeeded, Note(), new Money(2_000m, Currency.Eur));
    }

    /// <summary>A new draft of 45 users, of which the test may do as it likes.</summary>
    public static string Make(BillingStore store, long sellerId) => new QuoteStore(store, sellerId).Create("K-1001", Written(), Note(), new Money(2_000m, Currency.Eur));

    private static Plan Plan(string code) => new(
        code,
        code,
        new ServiceLevel(
            "Business hours", ResponseTimes.InMinutes(60, 240, 480, 2_880), CoverHours.BusinessHours, "Three weeks.", "Isolated at once.", new Commitment(36, 12, 30, "None.")),
        [ServiceLine.Helpdesk],
        new Charge("managed-user", "Managed users", BillingUnit.User, Pricing.PerUnit(60m, Currency.Eur)) { UnitCost = 30m });

    private static QuoteNote Note() => new(Today, new DateTimeOffset(2026, 4, 1, 8, 0, 0, TimeSpan.Zero), "all@northwind.example");

    private static QuoteDraft Written() => new()
    {
        Title = "Managed IT",
        Currency = "EUR",
        Start = "2026-05-01",
        ValidUntil = "2026-04-30",
        Recommended = "managed-standard",
        Options = [.. Codes.Select(plan => new DraftOption { Code = plan, Plan = plan, TermMonths = "36", RenewalMonths = "12", Cadence = "1M" })],
        Counts = [.. new[] { ("user", "users", "45"), ("workstation", "workstations", "58"), ("server", "servers", "3"), ("site", "sites", "2"), ("firewall", "firewalls", "2") }.Select(
            count => new DraftCount { Code = count.Item1, Name = count.Item2, Quantity = count.Item3 })],
        Items =
        [
            new DraftItem { Code = "item-1", Name = "Managed firewall", Quantity = "2", Price = "95", Cost = "40", Cadence = "1M" },
            new DraftItem { Code = "item-2", Name = "Microsoft 365 Business Premium", Quantity = "45", Price = "22", Cost = "18.5", Cadence = "1M" },
            new DraftItem { Code = "item-3", Name = "Onboarding and documentation", Quantity = "1", Price = "4800", Cost = "2000", Cadence = "once" },
        ],
        Discounts = [new DraftDiscount { Percent = "5" }],
        LabourCostPerHour = "38",
    };
}
