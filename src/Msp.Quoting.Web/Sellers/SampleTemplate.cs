using Msp.Billing.EntityFrameworkCore;
using Msp.Billing.EntityFrameworkCore.Quotes;
using Msp.Billing.Quotes;

namespace Msp.Quoting.Web.Sellers;

/// <summary>The sample company's template: an office of 25 to 100 people, of which four counts make a whole quote.</summary>
internal static class SampleTemplate
{
    /// <summary>Its name.</summary>
    public const string Name = "Office 25-100";

    private static readonly string[] Plans = ["managed-basic", "managed-standard", "managed-premium"];

    /// <summary>Saves it.</summary>
    public static void Save(BillingStore store, long sellerId, QuoteNote note) => new QuoteTemplates(store, sellerId).Save(Name, Draft(), note);

    private static QuoteDraft Draft() => new()
    {
        Title = "Managed IT for your office",
        Introduction = "One team for your computers, your network and your Microsoft 365, at a price by the month that you can plan with.",
        Currency = "EUR",
        Recommended = "managed-standard",
        RecommendationReason = "Patching and tested backups are in it, which an office of your size needs from the first day.",
        Options = [.. Plans.Select(plan => new DraftOption { Code = plan, Plan = plan, TermMonths = "36", RenewalMonths = "12", Cadence = "1M" })],
        Counts =
        [
            new DraftCount { Code = "user", Name = "users" },
            new DraftCount { Code = "workstation", Name = "workstations" },
            new DraftCount { Code = "server", Name = "servers" },
            new DraftCount { Code = "site", Name = "sites" },
            new DraftCount { Code = "firewall", Name = "firewalls", Follows = "site" },
        ],
        Items =
        [
            // Premium has its firewalls in the plan.
            new DraftItem
            {
                Code = "firewall", Name = "Managed firewall", Unit = "firewall", Follows = "site", Price = "95", Cost = "40", Cadence = "1M", Service = "monitoring",
                Description = "The device, its updates and its rules, one at each site.", Options = ["managed-basic", "managed-standard"],
            },
            new DraftItem
            {
                Code = "m365", Name = "Microsoft 365 Business Premium", Unit = "licence", Follows = "user", Price = "22", Cost = "17.60", Cadence = "1M", Service = "licence",
                Description = "Mail, Office and device management, a licence for each user.", IsOptional = true, IsPreselected = true,
            },
            new DraftItem
            {
                Code = "training", Name = "Security awareness training", Unit = "user", Follows = "user", Price = "2.50", Cost = "0.90", Cadence = "1M", Service = "training",
                Description = "Four short lessons a year and a test mail each month.", IsOptional = true,
            },
        ],
        Discounts = [new DraftDiscount()],
        Onboarding = new DraftOnboarding
        {
            Name = "Onboarding and documentation",
            Least = "900",
            Conditions =
            [
                new DraftCondition { Code = "user", Name = "Users set up", Rate = "35" },
                new DraftCondition { Code = "workstation", Name = "Workstations enrolled", Rate = "12" },
                new DraftCondition { Code = "server", Name = "Servers taken over", Rate = "180" },
                new DraftCondition { Code = "site", Name = "Sites surveyed", Rate = "150" },
            ],
        },
    };
}
