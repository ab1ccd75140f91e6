using System.Globalization;
using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.EntityFrameworkCore.Invoicing;
using Msp.Billing.EntityFrameworkCore.Runs;
using Msp.Billing.EntityFrameworkCore.Tests.Postgres;
using Msp.Billing.EntityFrameworkCore.Usage;
using Msp.Billing.Invoicing;
using Msp.Billing.Plans;
using Msp.Billing.Runs;
using Msp.Billing.Usage;

namespace Msp.Billing.EntityFrameworkCore.Tests.Runs;

/// <summary>A seller with an empty database of its own, and a clock that is set by the test.</summary>
internal sealed class RunBooks : IDisposable
{
    private readonly string? _folder;
    private readonly PostgresServer? _server;
    private readonly SetClock _clock = new();
    private readonly long _seller;

    public RunBooks(Provider provider = Provider.Sqlite, bool onePerson = false)
        : this(provider == Provider.Postgres ? PostgresServer.Shared : null, onePerson)
    {
    }

    public RunBooks(PostgresServer? server, bool onePerson = false)
    {
        _server = server;
        if (server is null)
        {
            _folder = Directory.CreateTempSubdirectory("msp-runs-").FullName;
            Path = System.IO.Path.Combine(_folder, "billing.db");
            BillingStorage.CreateOrMigrate(Path);
        }
        else
        {
            Path = server.NewDatabase();
        }

        Store = BillingStorage.Open(Path);
        using var transaction = Store.Begin();
        var sellers = new SellerBook(Store);
        _seller = sellers.Add(new Seller("main", "Northwind Managed IT", "DE", Currency.Eur, "Europe/Berlin", onePerson));
        sellers.SetTaxRates(_seller, Taxes.Rates);
        transaction.Commit();
        Engine = EngineOf(Store);
        Reviewer = new RunReviewer(Store, _clock);
    }

    public static TaxTable Taxes { get; } = new(
    [
        new TaxRate("DE", TaxCategory.Standard, Day("2020-01-01"), new Percentage(19m)),
        new TaxRate("DE", TaxCategory.Reduced, Day("2020-01-01"), new Percentage(7m)),
    ]);

    /// <summary>The file, or the connection string.</summary>
    public string Path { get; }

    public BillingStore Store { get; private set; }

    public RunEngine Engine { get; private set; }

    public long SellerId => _seller;

    public RunReviewer Reviewer { get; private set; }

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateTimeOffset At(string day, int hour = 9) => new(Day(day).ToDateTime(new TimeOnly(hour, 0)), TimeSpan.Zero);

    public static Contract Users(string number, decimal users, string start = "2026-03-01", string customer = "K-1", string code = "managed-user", decimal price = 150m) => new(
        number, customer,
        new ContractTerms(
            Currency.Eur, Day(start), new ContractLine(1, new Charge(code, "Managed user", BillingUnit.User, Pricing.PerUnit(price, Currency.Eur)), users)),
        At("2026-01-01"), ContractStatus.Scheduled);

    public void Dispose()
    {
        Store.Dispose();
        _server?.Drop(Path);
        if (_folder is not null)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    /// <param name="path">Another way to the same database; null for the same.</param>
    public void Reopen(string? path = null)
    {
        Store.Dispose();
        Store = BillingStorage.Open(path ?? Path);
        Engine = EngineOf(Store);
        Reviewer = new RunReviewer(Store, _clock);
    }

    public void SetTo(string day, int hour = 6) => _clock.Now = At(day, hour);

    public void AddCustomers(params IEnumerable<Customer> customers)
    {
        using var transaction = Store.Begin();
        using var writer = new CustomerWriter(Store, _seller);
        writer.Add(customers);
        transaction.Commit();
    }

    public void Change(Customer customer, long version = 1)
    {
        using var transaction = Store.Begin();
        using var writer = new CustomerWriter(Store, _seller);
        writer.Update(customer, version);
        transaction.Commit();
    }

    public void Add(params IEnumerable<Contract> contracts)
    {
        using var transaction = Store.Begin();
        using var writer = new ContractWriter(Store, _seller);
        foreach (var contract in contracts)
        {
            writer.Add(contract);
        }

        transaction.Commit();
    }

    /// <summary>Stores what the contract recorded; nothing where it recorded nothing.</summary>
    public void Amend(string number, Func<Contract, Amendment?> amend)
    {
        using var transaction = Store.Begin();
        using var reader = new ContractReader(Store, _seller);
        using var writer = new AmendmentWriter(Store, _seller);
        var stored = reader.Find(number);
        Assert.NotNull(stored);
        if (amend(stored.Contract) is { } amendment)
        {
            writer.Append(stored.Id, amendment);
        }

        transaction.Commit();
    }

    public void Count(string number, UsageCount count)
    {
        using var transaction = Store.Begin();
        using var reader = new ContractReader(Store, _seller);
        using var writer = new UsageWriter(Store, _seller);
        writer.Add(Assert.NotNull(reader.IdOf(number)), count);
        transaction.Commit();
    }

    public void Update(string number, Func<Customer, Customer> change)
    {
        using var transaction = Store.Begin();
        using var reader = new CustomerReader(Store, _seller);
        using var writer = new CustomerWriter(Store, _seller);
        var (_, customer, version) = Assert.NotNull(reader.Find(number));
        writer.Update(change(customer), version);
        transaction.Commit();
    }

    /// <summary>What is stored of a contract, all of it.</summary>
    public StoredContract Find(string number)
    {
        using var reader = new ContractReader(Store, _seller);
        return reader.Find(number) ?? throw new InvalidOperationException($"There is no contract {number}.");
    }

    public IEnumerable<DocumentFault> Faults() => new DocumentAudit(Store, _seller).Faults();

    public RunSummary Post(string through)
    {
        Approve(through);
        return Engine.Post("main", "bruno");
    }

    /// <summary>Previews, checks and approves a month; what cannot be billed is left out.</summary>
    public RunSummary Approve(string through)
    {
        SetTo(through);
        Engine.Preview("main", Day(through), null, "anna");
        Reviewer.LeaveOutBlocked("main", Engine.Status("main")?.Number ?? "", "cannot be billed yet", "anna");
        Reviewer.CheckAll("main", Engine.Status("main")?.Number ?? "", RunProblemCodes.PossibleDuplicate, "anna");
        Engine.Review("main", "anna");
        return Engine.Approve("main", "bruno");
    }

    public IReadOnlyList<PostedDocument> Documents()
    {
        using var reader = new DocumentReader(Store, _seller);
        return [.. new DocumentAudit(Store, _seller).Series().SelectMany(series => reader.OfSeries(series).ToList())
            .OrderBy(stored => stored.Id).Select(stored => stored.Document)];
    }

    private RunEngine EngineOf(BillingStore store) => new(store, _clock) { ChunkSize = 3 };

    private sealed class SetClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = At("2026-01-01");

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
