using CsCheck;
using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.EntityFrameworkCore.Tests.Invoicing;
using Msp.Billing.Specifications;

namespace Msp.Billing.EntityFrameworkCore.Tests.Contracts;

public abstract class ContractSummariesTests
{
    private readonly Provider _provider;

    private protected ContractSummariesTests(Provider provider) => _provider = provider;

    [Fact]
    public void The_stored_rows_are_the_contracts_and_answer_as_memory_does() => Gen.Int[0, 1_000_000].Sample(
        seed =>
        {
            using var database = new TempDatabase(_provider);
            var draw = new RandomContract(seed);
            var contracts = Enumerable.Range(1, 15).Select(i => draw.Draw($"C-{i:D2}")).ToArray();
            foreach (var contract in contracts)
            {
                draw.Change(contract, contract.Terms.Start.AddDays(40));
            }

            database.Add(contracts);
            var asOf = new DateOnly(2026, 1, 1);
            using (var transaction = database.Store.Begin())
            {
                new ContractSummaries(database.Store, database.SellerId).Refresh(asOf);
                transaction.Commit();
            }

            using var db = BillingStorage.CreateContext(database.Path);
            var stored = db.Contracts(database.SellerId).ToList();
            Assert.Equal(
                contracts.Select(contract => ContractSummary.Of(contract, asOf, null)), stored.OrderBy(row => row.Number).Select(row => row with { NextDue = null }));
            foreach (var question in new Specification<ContractSummary>[]
            {
                new ContractsDue(asOf), new ContractsEnding(asOf, asOf.AddMonths(6)), new ContractsToRenew(asOf, asOf.AddMonths(6)),
                new ContractsDue(asOf).And(new ContractsEnding(asOf, asOf.AddMonths(6)).Not()),
            })
            {
                var ordered = question.OrderExpressions.Count > 0;
                var (memory, sql) = (question.Evaluate(stored).ToList(), db.Contracts(database.SellerId).Satisfying(question).ToList());
                Assert.Equal(ordered ? memory : [.. memory.OrderBy(row => row.Number)], ordered ? sql : [.. sql.OrderBy(row => row.Number)]);
            }
        },
        iter: _provider == Provider.Sqlite ? 20 : 6);

    [Fact]
    public void What_falls_due_next_moves_on_when_a_month_is_posted()
    {
        using var database = new TempDatabase(_provider);
        database.Add(PostedMonth.ContractOf("C-1"));
        var summaries = new ContractSummaries(database.Store, database.SellerId);
        using var db = BillingStorage.CreateContext(database.Path);

        summaries.Refresh(new DateOnly(2026, 2, 20));
        Assert.Equal(new DateOnly(2026, 3, 1), db.Contracts(database.SellerId).Single().NextDue);

        PostedMonth.Run(database, PostedMonth.Through, PostedMonth.KnownAt);
        summaries.Refresh(new DateOnly(2026, 3, 2));
        Assert.Equal(new DateOnly(2026, 4, 1), db.Contracts(database.SellerId).Single().NextDue);
    }
}
