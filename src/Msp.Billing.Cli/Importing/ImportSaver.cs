using System.Security.Cryptography;
using System.Text.Json;
using Msp.Billing.Cli.Output;
using Msp.Billing.Cli.Parsing;
using Msp.Billing.EntityFrameworkCore;
using Msp.Billing.EntityFrameworkCore.Auditing;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.EntityFrameworkCore.Runs;
using Msp.Billing.EntityFrameworkCore.Usage;

namespace Msp.Billing.Cli.Importing;

/// <summary>Reads a file and stores what is in it: all of it, or with any problem nothing.</summary>
/// <remarks>
/// Records go to storage as they are read, in one transaction that is kept only when the file is read to its end without a problem. The log says
/// in the same transaction who imported which file.
/// </remarks>
/// <param name="store">The database; null to read a file without one, when nothing is checked against it.</param>
/// <param name="sellerId">Whose records; of no meaning without a database.</param>
/// <param name="today">The seller's day.</param>
/// <param name="recordedAt">When what the file says is recorded, unless it says so itself.</param>
/// <param name="cancellation">Stops between records; nothing is stored then.</param>
internal sealed class ImportSaver(BillingStore? store, long sellerId, DateOnly today, DateTimeOffset recordedAt, CancellationToken cancellation)
{
    // A smaller file is read before anybody could look at a bar.
    private const long WorthShowing = 1024 * 1024;

    /// <summary>Who imports it, and when by the clock: for the log. Needed to save.</summary>
    public (string Author, DateTimeOffset At)? By { get; init; }

    /// <summary>Imports a file.</summary>
    /// <param name="kind">What it holds.</param>
    /// <param name="path">Where it is.</param>
    /// <param name="limit">The most bytes that are read.</param>
    /// <param name="save">Whether it is stored; false to check it only.</param>
    /// <param name="progress">Told how many kilobytes of a long file are read, of how many; null for nobody.</param>
    /// <exception cref="StorageException">The database failed; nothing was stored.</exception>
    /// <exception cref="OperationCanceledException">It was stopped; nothing was stored.</exception>
    public ImportResult Import(ImportKind kind, string path, long limit, bool save, IProgress<RunProgress>? progress = null)
    {
        var problems = new ImportProblems();
        if (ImportFile.Open(path, limit, problems) is not { } file)
        {
            return new ImportResult([], problems, Saved: false);
        }

        using var records = store is null ? null : new StoredRecords(store, sellerId);
        using var transaction = save ? store?.Begin() : null;
        var known = store is null || records is null ? KnownRecords.Unchecked : records.ToKnown(StoredCatalog.Read(store, sellerId), today);
        var work = new Work(file, known, problems, transaction is null ? null : store, records, progress);
        var read = kind switch
        {
            ImportKind.Catalog => Catalog(work),
            ImportKind.Customers => Customers(work),
            ImportKind.Contracts => Contracts(work),
            ImportKind.Counts => Counts(work),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind of file."),
        };
        if (problems.None && transaction is not null && store is not null)
        {
            Record(store, kind, path, read);
            transaction.Commit();
        }

        return new ImportResult(read, problems, problems.None && transaction is not null);
    }

    private void Record(BillingStore open, ImportKind kind, string path, IReadOnlyList<(string One, string Many, int Count)> records)
    {
        var (author, at) = By ?? throw new InvalidOperationException("An import that is saved has an author.");
        using var file = File.OpenRead(path);
        var detail = new ImportRecordJson(EnumText.Name(kind), ImportJson.Counts(records), Convert.ToHexStringLower(SHA256.HashData(file)));
        new AuditLog(open, sellerId).Append(
            new AuditEntry(at, author, AuditActions.FileImported, Path.GetFileName(path), JsonSerializer.Serialize(detail, CommandJson.Compact.ImportRecordJson)));
    }

    private IReadOnlyList<(string One, string Many, int Count)> Catalog(Work work)
    {
        if (CatalogImport.Read(work.File, work.Known, work.Problems) is not { } catalog)
        {
            return [];
        }

        cancellation.ThrowIfCancellationRequested();
        if (work.Store is { } open)
        {
            StoredCatalog.Write(open, sellerId, catalog);
        }

        return
        [
            ("tax rate", "tax rates", catalog.TaxRates.Length), ("service", "services", catalog.Services.Services.Length), ("plan", "plans", catalog.Plans.Length),
            ("plan family", "plan families", catalog.Families.Length), ("price book", "price books", catalog.PriceBooks.All.Length),
        ];
    }

    private IReadOnlyList<(string One, string Many, int Count)> Customers(Work work)
    {
        // A parent may follow its child, so whether a customer is good is known only at the end of the file.
        var customers = new List<ImportedCustomer>();
        foreach (var customer in Watched(work, CustomerImport.Read(work.File, work.Known, work.Problems)))
        {
            customers.Add(customer);
        }

        if (work.Store is { } open && work.Problems.None)
        {
            using var writer = new CustomerWriter(open, sellerId);
            writer.Add(customers.Select(one => (one.Customer, one.Details)));
        }

        return [("customer", "customers", customers.Count)];
    }

    private IReadOnlyList<(string One, string Many, int Count)> Contracts(Work work)
    {
        using var writer = work.Store is { } open ? new ContractWriter(open, sellerId) : null;
        var (contracts, lines, amendments) = (0, 0, 0);
        foreach (var contract in Watched(work, ContractImport.Read(work.File, work.Known, recordedAt, work.Problems)))
        {
            contracts++;
            lines += contract.Terms.Lines.Length;
            amendments += contract.Amendments.Count;
            if (work.Problems.None)
            {
                writer?.Add(contract);
            }
        }

        return amendments == 0
            ? [("contract", "contracts", contracts), ("line", "lines", lines)]
            : [("contract", "contracts", contracts), ("line", "lines", lines), ("amendment", "amendments", amendments)];
    }

    private IReadOnlyList<(string One, string Many, int Count)> Counts(Work work)
    {
        using var writer = work.Store is { } open ? new UsageWriter(open, sellerId) : null;
        var (counts, contract, id) = (0, "", 0L);
        foreach (var (number, count) in Watched(work, CountImport.Read(work.File, work.Known, recordedAt, work.Problems)))
        {
            counts++;
            if (writer is not null && work.Records is { } records && work.Problems.None)
            {
                (contract, id) = number == contract ? (contract, id) : (number, records.IdOf(number));
                writer.Add(id, count);
            }
        }

        return [("count", "counts", counts)];
    }

    private IEnumerable<T> Watched<T>(Work work, IEnumerable<T> records)
    {
        const int Between = 1_000;
        var seen = 0;
        foreach (var record in records)
        {
            if (seen++ % Between == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                Report(work, work.File.Read);
            }

            yield return record;
        }

        Report(work, work.File.Length);
    }

    private static void Report(Work work, long read)
    {
        const int Kilobyte = 1024;
        if (work.File.Length > WorthShowing)
        {
            work.Progress?.Report(new RunProgress((int)(read / Kilobyte), (int)(work.File.Length / Kilobyte)));
        }
    }

    /// <summary>One import under way.</summary>
    /// <param name="File">What is read.</param>
    /// <param name="Known">What it must fit to.</param>
    /// <param name="Problems">What is wrong with it.</param>
    /// <param name="Store">Where to; null when it is only checked.</param>
    /// <param name="Records">What is stored; null without a database.</param>
    /// <param name="Progress">Told how far it is.</param>
    private sealed record Work(
        ImportFile File, KnownRecords Known, ImportProblems Problems, BillingStore? Store, StoredRecords? Records, IProgress<RunProgress>? Progress);
}
