using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.EntityFrameworkCore.Quotes;
using Msp.Billing.Invoicing;
using Msp.Billing.Plans;
using Msp.Billing.Quotes;

namespace Msp.Billing.EntityFrameworkCore.Tests.Quotes;

/// <summary>A database with a draft that can be priced, and the ways in which it goes out.</summary>
internal sealed class Offers(Provider provider = Provider.Sqlite) : IDisposable
{
    public static readonly DateOnly Day = new(2026, 11, 23);

    private static readonly Plan Plan = new(
        "standard", "Standard",
        new ServiceLevel("Level", ResponseTimes.InMinutes(60, 240, 480, 1440), CoverHours.AroundTheClock, "Four weeks.", "Contain, tell, restore.", new Commitment(12, 12, 30, "Half.")),
        [ServiceLine.Helpdesk],
        new Charge("user", "Managed user", BillingUnit.User, Pricing.PerUnit(150m, Currency.Eur)) { UnitCost = 40m });

    public static readonly QuoteDraft Draft = new()
    {
        Title = "Managed IT",
        Currency = "EUR",
        Start = "2027-01-01",
        ValidUntil = "2026-12-22",
        InternalNotes = "They had an outage.",
        Counts = [new DraftCount { Code = "user", Name = "Users", Quantity = "45" }],
        Options = [new DraftOption { Code = "standard", Plan = "standard" }],
        Items = [new DraftItem { Code = "backup", Name = "Backup", Quantity = "5", Price = "20", IsOptional = true, Minimum = "1", Maximum = "10" }],
    };

    public TempDatabase Database { get; } = new(provider);

    public QuoteStore Quotes => new(Database.Store, Database.SellerId);

    public QuoteLinks Links => new(Database.Store, Database.SellerId);

    public QuoteAcceptances Acceptances => new(Database.Store, Database.SellerId);

    public static QuoteNote On(int day, string author = "Jo Park", string reason = "") => new(Day.AddDays(day), At(day), author, reason);

    public static DateTimeOffset At(int day) => new(Day.AddDays(day).ToDateTime(new TimeOnly(9, 0)), TimeSpan.Zero);

    public static Signer Dana(int day) => new("Dana Whitfield", "Managing partner", At(day), "203.0.113.7", "Browser 1.0");

    public static QuoteContent Content(QuoteDraft? draft = null, params Msp.Billing.Contracts.Contract[] contracts)
    {
        var reading = new QuoteDraftReader(new QuoteCatalog([Plan], null, [.. contracts]), TempDatabase.Customer, new TableTaxCalculator(TempDatabase.Taxes)).Read(draft ?? Draft);
        Assert.Empty(reading.Problems);
        return Assert.IsType<QuoteContent>(reading.Content);
    }

    /// <summary>A sent quote and the token of its link.</summary>
    public (string Number, string Token) Sent(QuoteDraft? draft = null, QuoteContent? content = null)
    {
        var number = Quotes.Create("K-1", draft ?? Draft, On(0));
        Quotes.Send(number, 1, content ?? Content(draft), ApprovalAnswer.NotNeeded, On(0), new Money(6750m, Currency.Eur));
        return (number, Links.Create(number, "Dana Whitfield", "dana@example.com", At(60), On(0)));
    }

    public void Dispose() => Database.Dispose();
}
