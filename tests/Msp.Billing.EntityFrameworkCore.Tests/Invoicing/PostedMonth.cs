using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.EntityFrameworkCore.Invoicing;
using Msp.Billing.EntityFrameworkCore.Usage;
using Msp.Billing.Invoicing;
using Msp.Billing.Plans;
using Msp.Billing.Usage;

namespace Msp.Billing.EntityFrameworkCore.Tests.Invoicing;

/// <summary>A few contracts of 45 users at 150.00 EUR, each with an amendment and a count, billed for March 2026.</summary>
internal static class PostedMonth
{
    public static DateOnly Through { get; } = new(2026, 3, 1);

    public static DateTimeOffset KnownAt { get; } = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static Contract ContractOf(string number)
    {
        var start = new DateOnly(2026, 3, 1);
        var charge = new Charge("managed-user", "Managed user", BillingUnit.User, Pricing.PerUnit(150m, Currency.Eur));
        var terms = new ContractTerms(Currency.Eur, start, new ContractLine(1, charge, 45));
        var contract = new Contract(number, "K-1", terms, KnownAt.AddDays(-60), ContractStatus.Scheduled);
        contract.ChangeQuantity(new AmendmentNote(new DateOnly(2026, 3, 17), KnownAt.AddDays(20), "Maria Berg", "three people more"), 1, 48);
        return contract;
    }

    /// <summary>Stores the contracts and posts their first documents: INV-2026-0000001 and following, 6,750.00 EUR and 19 % tax each.</summary>
    public static void Post(TempDatabase database, int contracts = 1)
    {
        database.Add([.. Enumerable.Range(1, contracts).Select(i => ContractOf($"C-{i}"))]);
        using (var usage = new UsageWriter(database.Store, database.SellerId))
        {
            usage.Add(1, new UsageCount(1, new DateOnly(2026, 2, 1), 45, KnownAt.AddDays(-20)));
        }

        Run(database, Through, KnownAt);
    }

    /// <summary>Drafts and posts everything that falls due by a day, in one transaction.</summary>
    public static void Run(TempDatabase database, DateOnly through, DateTimeOffset knownAt)
    {
        var run = database.AddRun(through, knownAt);
        var drafter = new Drafter(new TableTaxCalculator(TempDatabase.Taxes));
        using var reader = new ContractReader(database.Store, database.SellerId);
        using var transaction = database.Store.Begin();
        using var writer = new DocumentWriter(database.Store, database.SellerId, "main");
        foreach (var stored in reader.Read(through))
        {
            var draft = drafter.Draft(stored.Contract, new DraftRequest(stored.Customer, through)
            {
                KnownAt = knownAt,
                Counts = stored.Counts,
                Billed = stored.Billed,
                RecheckFrom = stored.RecheckFrom,
            });
            if (draft is not null)
            {
                writer.Post(draft, stored.Id, stored.CustomerId, run, knownAt, knownAt);
            }

            writer.MarkBilled(stored.Id, through, knownAt);
        }

        writer.SaveSeries();
        transaction.Commit();
    }
}
