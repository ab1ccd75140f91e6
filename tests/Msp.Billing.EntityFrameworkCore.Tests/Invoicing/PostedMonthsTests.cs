using CsCheck;
using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.EntityFrameworkCore.Invoicing;
using Msp.Billing.EntityFrameworkCore.Tests.Contracts;
using Msp.Billing.EntityFrameworkCore.Usage;
using Msp.Billing.Invoicing;
using Msp.Billing.Usage;

namespace Msp.Billing.EntityFrameworkCore.Tests.Invoicing;

/// <summary>Months of a contract with changes, counts and late news, posted to a database and to a ledger in memory that forgets nothing.</summary>
public abstract class PostedMonthsTests
{
    private readonly Provider _provider;

    private protected PostedMonthsTests(Provider provider) => _provider = provider;

    [Fact]
    public void What_is_read_for_a_run_drafts_the_same_as_everything_that_was_ever_recorded() =>
        Gen.Int[0, 1_000_000].Sample(seed => new Months(_provider, seed).Play(), iter: _provider == Provider.Sqlite ? 150 : 15);

    private sealed class Months(Provider provider, int seed)
    {
        private readonly RandomContract _draw = new(seed);
        private readonly BilledLedger _ledger = new();
        private readonly List<UsageCount> _counts = [];
        private readonly Drafter _drafter = new(new TableTaxCalculator(TempDatabase.Taxes));

        public void Play()
        {
            using var database = new TempDatabase(provider);
            var contract = _draw.Draw();
            var id = database.Add(contract);
            var through = contract.Terms.Start.AddDays(-10);
            for (var month = 0; month < 14; month++)
            {
                Happen(database, contract, id, through);
                through = _draw.Chance(10) ? through.AddDays(3) : through.AddMonths(1);
                Run(database, contract, through);
            }

            Assert.Empty(new DocumentAudit(database.Store, database.SellerId).Faults());
        }

        private void Happen(TempDatabase database, Contract contract, long id, DateOnly after)
        {
            using var transaction = database.Store.Begin();
            using var amendments = new AmendmentWriter(database.Store, database.SellerId);
            using var usage = new UsageWriter(database.Store, database.SellerId);
            if (_draw.Chance(2) && _draw.Change(contract, after.AddDays(1)) is { } amendment)
            {
                amendments.Append(id, amendment);
            }

            for (var day = 2; day < 5; day++)
            {
                if (_draw.Chance(2))
                {
                    var count = _draw.Count(contract, after.AddDays(day));
                    _counts.Add(count);
                    usage.Add(id, count);
                }
            }

            transaction.Commit();
        }

        private void Run(TempDatabase database, Contract contract, DateOnly through)
        {
            var knownAt = RandomContract.At(through, 12);
            var expected = Draft(contract, new DraftRequest(TempDatabase.Customer, through)
            {
                KnownAt = knownAt,
                Counts = _counts.ToArray(),
                Billed = _ledger.For(contract.Number),
                PostedTax = () => _ledger.TaxOf(contract),
            });
            var run = database.AddRun(through, knownAt);
            using var reader = new ContractReader(database.Store, database.SellerId);
            using var transaction = database.Store.Begin();
            using var writer = new DocumentWriter(database.Store, database.SellerId, "main");
            InvoiceDraft? actual = null;
            foreach (var stored in reader.Read(through, run - 1))
            {
                actual = Draft(stored.Contract, new DraftRequest(stored.Customer, through)
                {
                    KnownAt = knownAt,
                    Counts = stored.Counts,
                    Billed = stored.Billed,
                    RecheckFrom = stored.RecheckFrom,
                    PostedTax = () => PostedTaxes.Of(database.Store, database.SellerId, stored),
                });
                if (actual is not null)
                {
                    writer.Post(actual, stored.Id, stored.CustomerId, run, knownAt, knownAt);
                }

                writer.MarkBilled(stored.Id, through, knownAt);
            }

            Assert.Equal(Text(expected), Text(actual));
            writer.SaveSeries();
            transaction.Commit();
            if (expected is not null)
            {
                _ledger.Post(expected, knownAt);
            }
        }

        private InvoiceDraft? Draft(Contract contract, DraftRequest request) => _drafter.Draft(contract, request);

        private static string[] Text(InvoiceDraft? draft) => draft is null
            ? ["nothing"]
            : [.. draft.Lines.Select(line => Dump.Of(PostedLine.Of(line, 1))), Dump.Of(draft.Taxes)];
    }
}
