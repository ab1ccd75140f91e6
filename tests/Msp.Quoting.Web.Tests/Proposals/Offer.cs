using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Msp.Billing.Amounts;
using Msp.Billing.BreakFix;
using Msp.Billing.Catalog;
using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.EntityFrameworkCore.Quotes;
using Msp.Billing.Invoicing;
using Msp.Billing.Periods;
using Msp.Billing.Plans;
using Msp.Billing.Quotes;
using Msp.Quoting.Web.Hosting;
using Msp.Quoting.Web.Quoting;
using Site = Msp.Quoting.Web.Tests.Hosting.Site;

namespace Msp.Quoting.Web.Tests.Proposals;

/// <summary>A quote that was sent, with the link that its customer holds: 45 users, three plans, one of them also for twelve months paid yearly.</summary>
/// <remarks>Standard for 36 months: 45 × 150.00 + 3 × 185.00 = 7,305.00; firewall 2 × 95.00 = 190.00; licences 45 × 22.00 = 990.00; 8,485.00 less 5 % = 8,060.75.</remarks>
internal sealed class Offer
{
    public static readonly DateOnly Start = new(2026, 5, 1);
    public static readonly DateOnly Today = new(2026, 4, 1);
    private static readonly DateTimeOffset Now = new(2026, 4, 1, 8, 15, 0, TimeSpan.Zero);

    private Offer(string number, string token)
    {
        Number = number;
        Token = token;
    }

    /// <summary>The quote's number.</summary>
    public string Number { get; }

    /// <summary>The secret of the link.</summary>
    public string Token { get; }

    /// <summary>The link without its host.</summary>
    public string Link => "/p/" + Token + "/";

    /// <summary>Writes, sends and links a quote.</summary>
    public static Offer Send(Site site, Currency? currency = null, DateOnly? validUntil = null, bool compares = false, QuoteComparison? comparison = null, Fit? fit = null)
    {
        using var store = Open(site);
        var (sellerId, number) = Write(store, currency ?? Currency.Usd, validUntil ?? Today.AddDays(30), compares);
        var content = Content(currency ?? Currency.Usd, validUntil ?? Today.AddDays(30));
        return new Offer(number, Send(store, sellerId, number, (compares ? content.WithComparison(comparison ?? Compared(store, sellerId, number, content)) : content).WithFit(fit)));
    }

    /// <summary>Writes a quote and leaves it a draft.</summary>
    public static string Draft(Site site)
    {
        using var store = Open(site);
        return Write(store, Currency.Usd, Today.AddDays(30)).Number;
    }

    /// <summary>Writes a draft that can be read: seven kinds of device of the sample company's own plan, in euros, with a discount.</summary>
    public static string ReadableDraft(Site site, string discount)
    {
        using var store = Open(site);
        var sellerId = SellerOf(store);
        using var customers = new CustomerReader(store, sellerId);
        string[] devices = ["workstation", "server", "switch", "access-point", "printer", "mobile", "other"];
        var draft = new QuoteDraft
        {
            Title = "Co-managed devices",
            Currency = "EUR",
            Start = "2026-05-01",
            ValidUntil = "2026-05-01",
            Options = [new DraftOption { Code = "co", Plan = "co-managed", TermMonths = "12", RenewalMonths = "12", NoticeDays = "30", Quantities = [.. devices.Select(device => new DraftQuantity(device, "5"))] }],
            Discounts = [new DraftDiscount { Name = "Welcome", Percent = discount }],
        };
        return new QuoteStore(store, sellerId).Create(customers.All().First().Customer.Number, draft, Note());
    }

    /// <summary>Where a quote is today.</summary>
    public static QuoteStatus StatusOf(Site site, string number) => new Offer(number, "").StatusIn(site);

    /// <summary>Sends a new version in its place.</summary>
    public Offer Replace(Site site)
    {
        using var store = Open(site);
        var sellerId = SellerOf(store);
        new QuoteStore(store, sellerId).Revise(Number, Later());
        return new Offer(Number, Send(store, sellerId, Number, Content(Currency.Usd, Today.AddDays(30)), Later()));
    }

    /// <summary>Takes it back.</summary>
    public void Withdraw(Site site)
    {
        using var store = Open(site);
        new QuoteStore(store, SellerOf(store)).Move(Number, QuoteAction.Withdraw, Later());
    }

    /// <summary>Takes the link back.</summary>
    public void Revoke(Site site)
    {
        using var store = Open(site);
        var links = new QuoteLinks(store, SellerOf(store));
        links.Revoke(Number, links.Of(Number)[0].Id, Later());
    }

    /// <summary>Where it is today.</summary>
    public QuoteStatus StatusIn(Site site)
    {
        using var store = Open(site);
        return (new QuoteStore(store, SellerOf(store)).Find(Number) ?? throw new InvalidOperationException("It is stored.")).Quote.StatusOn(Today);
    }

    /// <summary>Its acceptance; null while there is none.</summary>
    public AcceptedQuote? AcceptanceIn(Site site)
    {
        using var store = Open(site);
        return new QuoteAcceptances(store, SellerOf(store)).Find(Number);
    }

    /// <summary>What happened to it.</summary>
    public IReadOnlyList<QuoteEvent> EventsIn(Site site)
    {
        using var store = Open(site);
        return new QuoteStore(store, SellerOf(store)).History(Number);
    }

    /// <summary>What the model says about a content when numbers of the comparison are stated.</summary>
    public static QuoteComparison Compared(Site site, QuoteContent content, params DraftAssumption[] stated)
    {
        using var store = Open(site);
        var sellerId = SellerOf(store);
        using var customers = new CustomerReader(store, sellerId);
        return Compared(store, sellerId, customers.All().First().Customer, content, stated);
    }

    /// <summary>What it says.</summary>
    public static QuoteContent Content(Currency currency, DateOnly validUntil) => new(
        "Managed IT for a firm of 45", validUntil,
        [
            Option("basic-36", PricingTier.Basic, 90m, currency, 36), Option("standard-36", PricingTier.Standard, 150m, currency, 36),
            Option("standard-12", PricingTier.Standard, 165m, currency, 12, Cadence.Yearly), Option("premium-36", PricingTier.Premium, 210m, currency, 36),
        ],
        [
            new QuoteItem(Monthly("firewall", "Managed firewall", 95m, 30m, currency), 2m),
            new QuoteItem(Monthly("m365", "Microsoft 365 Business Premium", 22m, 19m, currency), 45m)
            {
                IsOptional = true, IsPreselected = true, Minimum = 1m, Maximum = 60m, Description = "Mail, Office and device management for each person.",
            },
            new QuoteItem(new Charge("cabling", "Cabling of the second floor", BillingUnit.Piece, Pricing.PerUnit(120m, currency)) { Timing = ChargeTiming.Once, UnitCost = 50m }, 10m) { IsOptional = true },
        ],
        [QuoteDiscount.OfPercent("Welcome discount", 5m)])
    {
        Recommended = "standard-36",
        RecommendationReason = "Standard covers the backup and security that you asked for.",
        Introduction = "Thank you for the time on Tuesday. This is what we would do for you, what it costs, and what it does not include.",
        InternalNotes = "SECRET-NOTE: they had an outage in June.",
        LabourCostPerHour = 45m,
        Counts = [new StatedCount("users", "users", 45m), new StatedCount("servers", "servers", 3m), new StatedCount("sites", "sites", 2m)],
        Documents = [TermsDocument.Of("Master services agreement", "2026-03", "We serve, you pay."), TermsDocument.Of("Data processing terms", "4", "We protect.")],
    };

    private static QuoteComparison Compared(BillingStore store, long sellerId, string number, QuoteContent content)
    {
        using var customers = new CustomerReader(store, sellerId);
        var customer = customers.Find((new QuoteStore(store, sellerId).Find(number) ?? throw new InvalidOperationException("It is stored.")).Quote.Customer);
        return Compared(store, sellerId, (customer ?? throw new InvalidOperationException("Its customer is stored.")).Customer, content);
    }

    private static QuoteComparison Compared(BillingStore store, long sellerId, Customer customer, QuoteContent content, params DraftAssumption[] stated) => QuoteCalculator.ComparerOf(
        content, new QuotePricer(new TableTaxCalculator(new SellerBook(store).TaxTableOf(sellerId))).PriceAll(content, content.DefaultChoice(), customer, invoices: 0),
        new QuoteDraft { Currency = content.Currency.Code, Assumptions = [.. stated] })?.CompareAll() ?? throw new InvalidOperationException("It can be compared.");

    private static (long SellerId, string Number) Write(BillingStore store, Currency currency, DateOnly validUntil, bool compares = false)
    {
        var sellerId = SellerOf(store);
        using var customers = new CustomerReader(store, sellerId);
        var customer = customers.All().First().Customer.Number;
        var draft = new QuoteDraft { Title = "Managed IT for a firm of 45", Currency = currency.Code, ValidUntil = validUntil.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), SharesComparison = compares };
        return (sellerId, new QuoteStore(store, sellerId).Create(customer, draft, Note(Today.AddDays(validUntil < Today ? -60 : 0))));
    }

    private static string Send(BillingStore store, long sellerId, string number, QuoteContent content, QuoteNote? later = null)
    {
        var quotes = new QuoteStore(store, sellerId);
        var version = (quotes.Find(number) ?? throw new InvalidOperationException("It is stored.")).Version.Version;
        var note = later ?? Note(content.ValidUntil < Today ? content.ValidUntil.AddDays(-10) : Today);
        quotes.Send(number, version, content, ApprovalAnswer.NotNeeded, note, new Money(8060.75m, content.Currency));
        return new QuoteLinks(store, sellerId).Create(number, "Dana Whitfield", "dana.whitfield@harbor.example", Now.AddDays(120), note);
    }

    // After whatever the customer did meanwhile: the tool's clock runs.
    private static QuoteNote Later() => new(Today, Now.AddHours(2), Site.EmailOf("all"));

    private static QuoteNote Note(DateOnly? day = null) => new(day ?? Today, Now.AddDays((day ?? Today).DayNumber - Today.DayNumber), Site.EmailOf("all"));

    private static BillingStore Open(Site site) => site.Host.Services.GetRequiredService<DatabaseFile>().Open();

    private static long SellerOf(BillingStore store) => new SellerBook(store).All()[0].Id;

    private static QuoteOption Option(string code, PricingTier tier, decimal perUser, Currency currency, int months, Cadence? cadence = null)
    {
        var level = new ServiceLevel(
            "Level", tier == PricingTier.Basic ? ResponseTimes.InMinutes(240, 480, 960, 2880) : ResponseTimes.InMinutes(tier == PricingTier.Premium ? 15 : 60, 240, 480, 1440),
            tier == PricingTier.Basic ? CoverHours.BusinessHours : CoverHours.AroundTheClock, "Four weeks: discovery, agents and backup, security baseline, handover.",
            "We isolate within 30 minutes, call you within the hour and write a report within five days.",
            new Commitment(36, 12, 90, "Who leaves earlier pays half of what remains. We hand over all documentation and passwords."));
        var plan = new Plan(
            tier.ToString(), $"Managed {tier}", level, Enum.GetValues<ServiceLine>().Take(tier switch { PricingTier.Basic => 3, PricingTier.Standard => 5, _ => 7 }),
            new Charge("user", "Managed user", BillingUnit.User, Pricing.PerUnit(perUser, currency)) { UnitCost = 40m },
            new Charge("server", "Managed server", BillingUnit.ForDevice(DeviceKind.Server), Pricing.PerUnit(185m, currency)) { UnitCost = 60m })
        { Tier = tier, Exclusions = "Projects, hardware and licences of other vendors, unless they stand in this proposal." };
        var counts = new Dictionary<string, decimal> { ["user"] = 45m, ["server"] = 3m };
        var option = QuoteOption.FromPlan(code, tier.ToString(), plan, Start, counts, term: new Term(months, 12, 90), cadence: cadence);
        var formula = new OnboardingFormula(
            "Onboarding", new OnboardingCondition("users", "Set up users", OnboardingBasis.PerUnit, 60m), new OnboardingCondition("servers", "Take over servers", OnboardingBasis.PerUnit, 250m));
        return new QuoteOption(option.Code, option.Name, option.Terms)
        {
            Plan = option.Plan,
            Onboarding = formula.For(new Dictionary<string, decimal> { ["users"] = 45m, ["servers"] = 3m }, new Money(45m * perUser, currency)),
            ExpectedMonthlyHours = 20m,
        };
    }

    private static Charge Monthly(string code, string name, decimal price, decimal cost, Currency currency) =>
        new(code, name, BillingUnit.Piece, Pricing.PerUnit(price, currency)) { UnitCost = cost };
}
