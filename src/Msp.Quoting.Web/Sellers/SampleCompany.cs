using Msp.Billing.Cli.Demo;
using Msp.Billing.EntityFrameworkCore;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.EntityFrameworkCore.Runs;

namespace Msp.Quoting.Web.Sellers;

/// <summary>The company that <c>msp demo</c> makes, with two months billed: something to try every page on.</summary>
internal static class SampleCompany
{
    private const string Maker = "a.murphy";
    private const string Approver = "d.kelly";

    // As msp demo does it: a month is billed with what was known on its last evening, and what is recorded later reaches back into it.
    private static readonly DateTimeOffset FebruaryEnds = DemoHistory.At(new DateOnly(2026, 3, 1), 5);
    private static readonly DateTimeOffset MarchEnds = DemoHistory.At(new DateOnly(2026, 4, 1), 5);

    /// <summary>The instant at which its clock begins to run.</summary>
    public static DateTimeOffset Now { get; } = DemoHistory.At(new DateOnly(2026, 4, 1), 8);

    /// <summary>Stores the company and bills its first two months.</summary>
    /// <returns>The seller's number in storage.</returns>
    /// <exception cref="StorageException">The store has the company already, or cannot be written.</exception>
    public static long Load(BillingStore store)
    {
        var company = DemoCompany.Make();
        var stages = new DemoStages(company, store);
        stages.Begin(FebruaryEnds);
        var sellerId = (new SellerBook(store).Find(company.Seller.Code)?.Id).GetValueOrDefault();
        Bill(store, company.Seller.Code, new DateOnly(2026, 2, 28), FebruaryEnds);
        stages.Continue(sellerId, FebruaryEnds);
        Bill(store, company.Seller.Code, new DateOnly(2026, 3, 31), MarchEnds);
        SampleTemplate.Save(store, sellerId, new Msp.Billing.Quotes.QuoteNote(new DateOnly(2026, 4, 1), MarchEnds, Maker, ""));
        using var transaction = store.Begin();
        new ContractSummaries(store, sellerId).Refresh(new DateOnly(2026, 4, 1));
        transaction.Commit();
        return sellerId;
    }

    private static void Bill(BillingStore store, string seller, DateOnly through, DateTimeOffset now)
    {
        var engine = new RunEngine(store, new DemoClock(now));
        engine.Preview(seller, through, null, Maker);
        engine.Review(seller, Maker);
        engine.Approve(seller, Approver);
        engine.Post(seller, Approver);
    }
}
