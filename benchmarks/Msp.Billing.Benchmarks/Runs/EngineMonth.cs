using System.Globalization;
using System.Text.Json;
using Msp.Billing.Amounts;
using Msp.Billing.Benchmarks.Workload;
using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.EntityFrameworkCore.Invoicing;
using Msp.Billing.EntityFrameworkCore.Ledger;
using Msp.Billing.EntityFrameworkCore.Runs;
using Msp.Billing.EntityFrameworkCore.Usage;
using Msp.Billing.Invoicing;
using Msp.Billing.Runs;

namespace Msp.Billing.Benchmarks.Runs;

/// <summary>The month as Msp.Billing bills it: previewed, reviewed, approved by a second person and posted.</summary>
internal static class EngineMonth
{
    private const string Seller = "main";

    /// <summary>Makes a database with the contracts of the workload and no run.</summary>
    internal static void Create(string path, int contracts)
    {
        BillingStorage.CreateOrMigrate(path);
        using var store = BillingStorage.Open(path);
        using var transaction = store.Begin();
        var book = new SellerBook(store);
        var seller = book.Add(new Seller(Seller, "Workload MSP", "US", Currency.Usd, "America/New_York"));
        book.SetTaxRates(seller, WorkloadBook.Taxes.Rates);

        // Users and devices are counted once a month here, on its first day: no reason to call every count old when the month is billed.
        RunSettings.Set(store, seller, RunThresholds.Standard with { StaleDays = 31 }, "maria", new WorkloadClock().GetUtcNow());
        Add(store, seller, contracts);
        transaction.Commit();
    }

    /// <summary>Makes the same in a file, or in a database of a server that is made and has nothing in it.</summary>
    internal static void Prepare(string address, int contracts)
    {
        if (BillingStorage.ServerConnectionOf(address) is null)
        {
            Create(address, contracts);
            return;
        }

        // Contracts are written one by one as they are signed; a million at once come quicker by way of a file.
        using var files = new FilePlace();
        var file = files.Empty("prepared");
        Create(file, contracts);
        BillingStorage.CreateOrMigrate(address);
        PostgresTables.Fill(address, file);
    }

    /// <summary>Adds the contracts of the workload, with what was counted for them, in the transaction that was begun.</summary>
    internal static void Add(BillingStore store, long seller, int contracts)
    {
        using (var customers = new CustomerWriter(store, seller))
        {
            customers.Add(MspMonth1.Draw(contracts).Select(drawn => WorkloadBook.CustomerOf(drawn)));
        }

        using (var contract = new ContractWriter(store, seller))
        using (var usage = new UsageWriter(store, seller))
        {
            foreach (var drawn in MspMonth1.Draw(contracts))
            {
                var id = contract.Add(WorkloadBook.ContractOf(drawn));
                foreach (var count in WorkloadBook.CountsOf(drawn))
                {
                    usage.Add(id, count);
                }
            }
        }
    }

    /// <summary>Bills March.</summary>
    /// <returns>How many documents were posted.</returns>
    internal static long Run(string path)
    {
        using var store = BillingStorage.Open(path);
        Preview(store);
        return Post(store);
    }

    /// <summary>Computes March and issues nothing.</summary>
    /// <returns>How many documents would be posted.</returns>
    internal static long Preview(string path)
    {
        using var store = BillingStorage.Open(path);
        return Preview(store);
    }

    /// <summary>Has what was previewed approved, and posts it.</summary>
    /// <returns>How many documents were posted.</returns>
    internal static long Post(string path)
    {
        using var store = BillingStorage.Open(path);
        return Post(store);
    }

    /// <summary>Books everything that is posted and not booked yet.</summary>
    /// <returns>How many documents were booked.</returns>
    internal static long Book(string path)
    {
        using var store = BillingStorage.Open(path);
        return LedgerOf(store).Book();
    }

    /// <summary>What was posted, where the books agree with it.</summary>
    internal static WorkloadSum BookedSumOf(string path)
    {
        using var store = BillingStorage.Open(path);
        return LedgerOf(store).Tie().All(tie => tie.Holds) ? SumOf(path) : throw new InvalidOperationException("Documents and books differ.");
    }

    /// <summary>What was posted, added up in the order of the numbers.</summary>
    internal static WorkloadSum SumOf(string path)
    {
        var sum = new WorkloadSum();
        using var store = BillingStorage.Open(path);
        using var documents = new DocumentReader(store, new SellerBook(store).All()[0].Id);
        foreach (var stored in documents.OfSeries(DocumentSeries.For(DocumentKind.Invoice, WorkloadBook.IssueDay)))
        {
            foreach (var line in stored.Document.Lines)
            {
                sum.AddLine(line.LineId, line.NetMinorUnits);
            }

            sum.AddInvoice(stored.Document.Sequence, stored.Document.SubtotalMinorUnits, stored.Document.TaxMinorUnits);
        }

        return sum;
    }

    /// <summary>What was posted, as the object that the definition of MSP-MONTH-1 asks an engine's check for.</summary>
    internal static string CheckOf(string path)
    {
        var sum = SumOf(path);
        using var store = BillingStorage.Open(path);
        var seller = new SellerBook(store).All()[0].Id;
        using var documents = new DocumentReader(store, seller);
        var (numbers, isGapless, areLinesSums) = (0L, true, true);
        foreach (var stored in documents.OfSeries(DocumentSeries.For(DocumentKind.Invoice, WorkloadBook.IssueDay)))
        {
            isGapless &= stored.Document.Sequence == ++numbers;
            areLinesSums &= stored.Document.Lines.Sum(line => line.NetMinorUnits) == stored.Document.SubtotalMinorUnits;
        }

        using var contracts = new ContractReader(store, seller);
        return JsonSerializer.Serialize(new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["contracts"] = contracts.Read().Count(),
            ["invoices"] = sum.Invoices,
            ["lines"] = sum.Lines,
            ["zero_amount_lines"] = sum.ZeroLines,
            ["subtotal"] = Text(sum.Subtotal),
            ["tax"] = Text(sum.Tax),
            ["total"] = Text(sum.Total),
            ["by_line_no"] = sum.ByLine.Index().ToDictionary(one => one.Index + 1, one => Text(one.Item)),
            ["checksum"] = sum.Checksum,
            ["numbers_gapless"] = isGapless,
            ["line_sums_match"] = areLinesSums,
        });

        static string Text(long cents) => (cents / 100m).ToString("F2", CultureInfo.InvariantCulture);
    }

    private static long Preview(BillingStore store) => new RunEngine(store, new WorkloadClock()).Preview(Seller, WorkloadBook.IssueDay, issueDay: null, "maria").Documents;

    private static long Post(BillingStore store)
    {
        var engine = new RunEngine(store, new WorkloadClock());
        engine.Review(Seller, "maria");
        engine.Approve(Seller, "jonas");
        return engine.Post(Seller, "jonas").Posted;
    }

    private static LedgerBook LedgerOf(BillingStore store) => new(store, new SellerBook(store).All()[0].Id, new WorkloadClock());
}
