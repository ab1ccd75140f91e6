using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore;
using Msp.Billing.EntityFrameworkCore.Auditing;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.EntityFrameworkCore.Invoicing;
using Msp.Billing.EntityFrameworkCore.Runs;
using Msp.Billing.Invoicing;
using Msp.Billing.Plans;
using Msp.Billing.Runs;

namespace Msp.Billing.Cli.Tests.Faults;

/// <summary>A database with a run that is approved and not posted, and its states before and after, to be copied as often as something goes wrong.</summary>
internal sealed class ApprovedRun : IDisposable
{
    public const int Contracts = 240;

    private readonly string _folder = Directory.CreateTempSubdirectory("msp-faults-").FullName;

    public ApprovedRun()
    {
        BillingStorage.CreateOrMigrate(Approved);
        using (var store = BillingStorage.Open(Approved))
        {
            Fill(store);
        }

        Keep("unbilled");
        Do(engine => engine.Preview("main", Through, null, "anna"));
        Do(engine => engine.Review("main", "anna"));
        Keep("reviewed");
        Expected = Do(engine => engine.Approve("main", "bruno")).Totals[0].TotalMinorUnits;
    }

    /// <summary>The last due day of the run.</summary>
    public static DateOnly Through { get; } = new(2026, 3, 1);

    /// <summary>What the whole run bills, in cents.</summary>
    public long Expected { get; }

    private string Approved => Kept("approved");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>The run in a file of its own.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="state"><c>unbilled</c> before its preview, <c>reviewed</c>, <c>approved</c>, or <c>posted</c>.</param>
    public string Copy(string folder, string state = "approved")
    {
        var path = Path.Combine(folder, "billing.db");
        foreach (var suffix in (ReadOnlySpan<string>)["", "-wal", "-shm"])
        {
            File.Delete(path + suffix);
        }

        if (state == "posted" && !File.Exists(Kept(state)))
        {
            File.Copy(Approved, path);
            using (var store = BillingStorage.Open(path))
            {
                new RunEngine(store, TimeProvider.System).Post("main", "bruno");
            }

            File.Copy(path, Kept(state));
            return path;
        }

        File.Copy(Kept(state), path);
        return path;
    }

    /// <summary>Whether the run was finished: a kill can come after its last step.</summary>
    public static bool IsPosted(string path)
    {
        using var store = BillingStorage.Open(path);
        return new RunEngine(store, TimeProvider.System).Status("main")?.Status == RunStatus.Posted;
    }

    /// <summary>Refuses a database in which anything is lost, doubled, half done or out of order; says how many documents it has.</summary>
    public int CheckWhole(string path)
    {
        using var store = BillingStorage.Open(path);
        Assert.Empty(new DocumentAudit(store, 1).Faults());
        Assert.Null(new AuditLog(store, 1).FirstFault());
        var documents = new DocumentList(store, 1).Find(null, null, null, int.MaxValue);
        var contracts = documents.Select(document => document.Contract).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(documents.Length, contracts.Count);
        Assert.Equal(
            Enumerable.Range(1, documents.Length).Select(number => DocumentSeries.For(DocumentKind.Invoice, new DateOnly(2026, 3, 1)).Number(number)),
            documents.Select(document => document.Number).Order(StringComparer.Ordinal));
        Assert.Equal(documents.Length, new RunEngine(store, TimeProvider.System).Status("main")?.Posted);
        if (documents.Length == Contracts)
        {
            Assert.Equal(Expected, documents.Sum(document => document.Total.MinorUnits));
        }

        return documents.Length;
    }

    private string Kept(string state) => Path.Combine(_folder, state + ".db");

    private void Keep(string state) => File.Copy(Approved, Kept(state));

    // Closed after each step: what is kept by its file alone is whole.
    private RunSummary Do(Func<RunEngine, RunSummary> step)
    {
        using var store = BillingStorage.Open(Approved);
        return step(new RunEngine(store, TimeProvider.System));
    }

    private static void Fill(BillingStore store)
    {
        using var transaction = store.Begin();
        var sellers = new SellerBook(store);
        var seller = sellers.Add(new Seller("main", "Northwind Managed IT", "DE", Currency.Eur, "Europe/Berlin"));
        sellers.SetTaxRates(seller, [new TaxRate("DE", TaxCategory.Standard, new DateOnly(2020, 1, 1), new Percentage(19m))]);
        using var customers = new CustomerWriter(store, seller);
        customers.Add([new Customer("K-1", "Miller & Sons", new TaxProfile("DE")) { Country = "DE", Address = "Hauptstr. 1, 10115 Berlin", Email = "billing@miller.example" }]);
        using var contracts = new ContractWriter(store, seller);
        for (var number = 1; number <= Contracts; number++)
        {
            contracts.Add(ContractOf(number));
        }

        transaction.Commit();
    }

    private static Contract ContractOf(int number)
    {
        ContractLine Line(int id, string code, decimal price) =>
            new(id, new Charge(code, code, BillingUnit.User, Pricing.PerUnit(price, Currency.Eur)), number);
        var terms = new ContractTerms(
            Currency.Eur, new DateOnly(2026, 3, 1), Line(1, "managed-user", 150m), Line(2, "backup", 12.345m), Line(3, "security", 7.77m));
        return new Contract($"C-{number:D4}", "K-1", terms, new DateTimeOffset(2026, 1, 1, 9, 0, 0, TimeSpan.Zero), ContractStatus.Scheduled);
    }
}
