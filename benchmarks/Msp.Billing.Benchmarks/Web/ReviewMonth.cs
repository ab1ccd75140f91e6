using Msp.Billing.Benchmarks.Runs;
using Msp.Billing.Benchmarks.Workload;
using Msp.Billing.EntityFrameworkCore;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.EntityFrameworkCore.Runs;
using Msp.Billing.EntityFrameworkCore.Usage;
using Msp.Billing.Usage;

namespace Msp.Billing.Benchmarks.Web;

/// <summary>A run in review with something of everything: April of MSP-MONTH-1 after March was posted, with other counts, and some that nobody reported.</summary>
internal static class ReviewMonth
{
    private const string Seller = "main";

    // Some ended in March: of a hundred contracts about 88 are billed in April.
    private const int DrawnOfHundred = 115;

    private static readonly DateOnly April = MspMonth1.Month.End;

    /// <summary>Makes the database.</summary>
    /// <param name="path">The file; made anew.</param>
    /// <param name="invoices">About how many documents the run has, and not fewer.</param>
    /// <returns>The run in review.</returns>
    internal static RunSummary Create(string path, int invoices)
    {
        var contracts = invoices * DrawnOfHundred / 100;
        EngineMonth.Create(path, contracts);
        EngineMonth.Run(path);
        using var store = BillingStorage.Open(path);
        var engine = new RunEngine(store, new WorkloadClock());
        Count(store, contracts, engine.InstantToRecord(Seller));
        return engine.Preview(Seller, April.AddMonths(1), issueDay: null, "maria");
    }

    // Every third has other users, every fiftieth twice as many, and of every fortieth nothing is reported.
    private static void Count(BillingStore store, int contracts, DateTimeOffset at)
    {
        using var transaction = store.Begin();
        var seller = new SellerBook(store).All()[0].Id;
        using var reader = new ContractReader(store, seller);
        using var usage = new UsageWriter(store, seller);
        foreach (var drawn in MspMonth1.Draw(contracts))
        {
            var id = reader.IdOf(WorkloadBook.NumberOf(drawn)) ?? throw new InvalidOperationException($"Contract {drawn.Id} is not there.");
            if (drawn.Id % 3 == 0)
            {
                usage.Add(id, new UsageCount(2, April, drawn.Id % 50 == 0 ? drawn.Users * 2 : drawn.Users + (drawn.Id % 7) - 2 < 0 ? 0 : drawn.Users + (drawn.Id % 7) - 2, at));
            }

            if (drawn.Id % 40 != 0)
            {
                usage.Add(id, new UsageCount(4, April, drawn.StorageGigabytes, at));
                usage.Add(id, new UsageCount(5, April, drawn.SupportMinutes, at));
            }
        }

        transaction.Commit();
    }
}
