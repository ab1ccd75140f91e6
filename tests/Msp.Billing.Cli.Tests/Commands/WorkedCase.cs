using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.Invoicing;
using Msp.Billing.Plans;

namespace Msp.Billing.Cli.Tests.Commands;

/// <summary>The case that everybody should know by heart, in a database: contract C-1001 with 45 users at 150.00 EUR from March 2026, and 19 % tax.</summary>
internal static class WorkedCase
{
    private static readonly Lazy<byte[]> Stored = new(Make);

    public static Charge ManagedUser { get; } = new("managed-user", "Managed user", BillingUnit.User, Pricing.PerUnit(150m, Currency.Eur));

    /// <summary>Puts it where the shell's calls look.</summary>
    public static Shell Shell()
    {
        var shell = new Shell();
        File.WriteAllBytes(shell.Database, Stored.Value);
        return shell;
    }

    /// <summary>The March run, posted.</summary>
    public static Shell Posted() => Posted(Shell());

    /// <summary>The same in a database on a server.</summary>
    public static Shell PostedOn(string server)
    {
        using (var maker = new Shell(server))
        {
            Fill(maker);
        }

        return Posted(new Shell(server));
    }

    private static Shell Posted(Shell shell)
    {
        shell.Do("run", "preview", "--through", "2026-03-01");
        shell.Do("run", "review");
        shell.Do("run", "approve", "--author", "jonas");
        shell.Do("run", "post", "--author", "jonas");
        return shell;
    }

    /// <summary>Adds contracts beside the first.</summary>
    public static void Add(Shell shell, params Contract[] contracts)
    {
        using var store = BillingStorage.Open(shell.Database);
        using var transaction = store.Begin();
        using var writer = new ContractWriter(store, 1);
        foreach (var contract in contracts)
        {
            writer.Add(contract);
        }

        transaction.Commit();
    }

    public static Contract Contract(string number, params ContractLine[] lines) => new(
        number, "K-1", new ContractTerms(Currency.Eur, new DateOnly(2026, 3, 1), lines), new DateTimeOffset(2026, 2, 20, 9, 0, 0, TimeSpan.Zero), ContractStatus.Scheduled);

    /// <summary>Like the first, but its price follows an index, by 2 to 5 percent.</summary>
    public static Contract ByIndex(string number) => new(
        number, "K-1", new ContractTerms(Currency.Eur, new DateOnly(2026, 3, 1), new ContractLine(1, ManagedUser, 10)) { Uplift = Uplift.ByPublishedIndex(2m, 5m) },
        new DateTimeOffset(2026, 2, 20, 9, 0, 0, TimeSpan.Zero), ContractStatus.Scheduled);

    private static byte[] Make()
    {
        using var shell = new Shell();
        Fill(shell);
        return File.ReadAllBytes(shell.Database);
    }

    private static void Fill(Shell shell)
    {
        shell.Do("init", "--name", "Nordlicht IT GmbH", "--country", "DE", "--currency", "EUR", "--time-zone", "Europe/Berlin");
        using (var store = BillingStorage.Open(shell.Database))
        {
            using var transaction = store.Begin();
            new SellerBook(store).SetTaxRates(1, [new TaxRate("DE", TaxCategory.Standard, new DateOnly(2007, 1, 1), new Percentage(19m))]);
            using (var customers = new CustomerWriter(store, 1))
            {
                customers.Add([new Customer("K-1", "Nordwind Logistics", new TaxProfile("DE"))]);
            }

            transaction.Commit();
        }

        Add(shell, Contract("C-1001", new ContractLine(1, ManagedUser, 45)));
    }
}
