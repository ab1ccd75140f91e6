using CsCheck;
using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore.Invoicing;
using Msp.Billing.EntityFrameworkCore.Ledger;
using Msp.Billing.EntityFrameworkCore.Tests.Contracts;
using Msp.Billing.EntityFrameworkCore.Tests.Runs;
using static Msp.Billing.EntityFrameworkCore.Tests.Runs.RunBooks;

namespace Msp.Billing.EntityFrameworkCore.Tests.Postgres;

public sealed class SameBytesTests
{
    private static readonly string[] Months = ["2026-01-31", "2026-02-28", "2026-03-31"];

    // A document's hash is that of its canonical bytes and of the hash before it, so one byte that differs anywhere shows in all that follow.
    [Fact]
    public void The_same_contracts_changes_counts_and_runs_leave_the_same_bytes_on_both_databases() => Gen.Int[0, 1_000_000].Sample(
        seed => Assert.Equal(Bill(Provider.Sqlite, seed), Bill(Provider.Postgres, seed)),
        iter: 4,
        threads: 1);

    private static List<string> Bill(Provider provider, int seed)
    {
        using var books = new RunBooks(provider);
        var draw = new RandomContract(seed);
        books.AddCustomers(new Customer("K-1", "Miller & Sons", new TaxProfile("DE")), new Customer("K-2", "Büro Österle", new TaxProfile("DE")));
        var contracts = Enumerable.Range(1, 6).Select(i => draw.Draw($"C-{i}", i % 2 == 0 ? "K-1" : "K-2")).ToArray();
        books.Add(contracts);
        var left = new List<string>();
        foreach (var month in Months)
        {
            var recorded = Day(month).AddDays(-3);
            foreach (var contract in contracts)
            {
                books.Amend(contract.Number, stored => draw.Change(stored, recorded));
                books.Count(contract.Number, draw.Count(contract, recorded));
            }

            var run = books.Post(month);
            left.Add($"{run.Number}: {run.Documents} documents, {string.Join(", ", run.Totals)}");
        }

        var ledger = new LedgerBook(books.Store, books.SellerId, TimeProvider.System);
        ledger.Recognise(Day(Months[^1]), "anna");
        using var reader = new DocumentReader(books.Store, books.SellerId);
        left.AddRange(new DocumentAudit(books.Store, books.SellerId).Series().SelectMany(series => reader.OfSeries(series).ToList())
            .Select(stored => $"{stored.Id} {stored.Document.Number} {Convert.ToHexString(stored.Hash.AsSpan())}"));
        left.AddRange(contracts.Select(contract => Dump.Of(books.Find(contract.Number).Contract)));
        left.AddRange(ledger.Balance().Select(balance => Dump.Of(balance)));
        Assert.Empty(books.Faults());
        return left;
    }
}
