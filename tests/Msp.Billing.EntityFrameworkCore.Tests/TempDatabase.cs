using Microsoft.Data.Sqlite;
using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.EntityFrameworkCore.Postgres;
using Msp.Billing.EntityFrameworkCore.Sqlite;
using Msp.Billing.EntityFrameworkCore.Tests.Postgres;
using Msp.Billing.Invoicing;

namespace Msp.Billing.EntityFrameworkCore.Tests;

/// <summary>A database of its own, with one seller, its tax rates and one customer.</summary>
internal sealed class TempDatabase : IDisposable
{
    private static readonly Lazy<byte[]> Empty = new(MakeEmpty);
    private readonly DirectoryInfo? _folder;

    public TempDatabase(Provider provider = Provider.Sqlite)
    {
        if (provider == Provider.Postgres)
        {
            Path = PostgresServer.Shared.NewDatabase();
        }
        else
        {
            _folder = Directory.CreateTempSubdirectory("msp-billing-");
            Path = System.IO.Path.Combine(_folder.FullName, "billing.db");
            File.WriteAllBytes(Path, Empty.Value);
        }

        Store = BillingStorage.Open(Path);
        using var transaction = Store.Begin();
        var sellers = new SellerBook(Store);
        SellerId = sellers.Add(new Seller("main", "Main Street IT", "DE", Currency.Eur, "Europe/Berlin"));
        sellers.SetTaxRates(SellerId, Taxes.Rates);
        using (var customers = new CustomerWriter(Store, SellerId))
        {
            customers.Add([Customer]);
        }

        transaction.Commit();
    }

    public static TaxTable Taxes { get; } = new(
    [
        new TaxRate("DE", TaxCategory.Standard, new DateOnly(2007, 1, 1), new Percentage(19m)),
        new TaxRate("DE", TaxCategory.Reduced, new DateOnly(2007, 1, 1), new Percentage(7m)),
        new TaxRate("US-CA", TaxCategory.SalesTax, new DateOnly(2017, 1, 1), new Percentage(7.25m)),
    ]);

    public static Customer Customer { get; } = new("K-1", "Nordwind Logistics", new TaxProfile("DE"));

    /// <summary>The file, or the connection string.</summary>
    public string Path { get; }

    public BillingStore Store { get; private set; }

    public long SellerId { get; }

    /// <summary>Stores contracts and gives the number in storage of the last one.</summary>
    public long Add(params Contract[] contracts)
    {
        using var transaction = Store.Begin();
        using var writer = new ContractWriter(Store, SellerId);
        var id = 0L;
        foreach (var contract in contracts)
        {
            id = writer.Add(contract);
        }

        transaction.Commit();
        return id;
    }

    /// <summary>A run to post under; one is open at a time, so the last one is closed.</summary>
    public long AddRun(DateOnly through, DateTimeOffset knownAt)
    {
        var id = Store.Scalar($"SELECT coalesce(max(run_id), 0) + 1 FROM invoice_run WHERE seller_id = {SellerId}");
        Store.Execute(FormattableString.Invariant(
            $"""
            UPDATE invoice_run SET status = 6, posted_at = 1 WHERE status < 6;
            INSERT INTO invoice_run (seller_id, run_id, number, through, issue_day, known_at, status, created_at, created_by, one_person,
                   contract_count, document_count, line_count, problem_count, version)
            VALUES ({SellerId}, {id}, 'R-{id}', '{through:yyyy-MM-dd}', '{through:yyyy-MM-dd}', {knownAt.UtcTicks}, 5, 1, 'Maria Berg', 0, 0, 0, 0, 0, 1)
            """));
        return id;
    }

    public void Reopen()
    {
        Store.Dispose();
        Store = BillingStorage.Open(Path);
    }

    public void Dispose()
    {
        Store.Dispose();
        if (_folder is null)
        {
            PostgresServer.Shared.Drop(Path);
        }
        else
        {
            _folder.Delete(recursive: true);
        }
    }

    /// <summary>Takes the guards away, as someone with the rights of an owner could.</summary>
    public void Unguard()
    {
        if (_folder is null)
        {
            PostgresGuards.Drop(Store);
        }
        else
        {
            StorageGuards.Drop(Store);
        }
    }

    private static byte[] MakeEmpty()
    {
        var folder = Directory.CreateTempSubdirectory("msp-billing-");
        var path = System.IO.Path.Combine(folder.FullName, "billing.db");
        BillingStorage.CreateOrMigrate(path);
        using (var connection = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            connection.Open();
            using var checkpoint = connection.CreateCommand();
            checkpoint.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            checkpoint.ExecuteNonQuery();
        }

        var bytes = File.ReadAllBytes(path);
        folder.Delete(recursive: true);
        return bytes;
    }
}
