using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.EntityFrameworkCore.Tests.Runs;
using Msp.Billing.Usage;
using static Msp.Billing.EntityFrameworkCore.Tests.Runs.RunBooks;

namespace Msp.Billing.EntityFrameworkCore.Tests.Contracts;

/// <summary>Contracts are read many at a time, with what was counted and posted for each looked up together: each must get its own.</summary>
public abstract class ContractReaderTests : IDisposable
{
    // More than are looked up at once (256), and more than are read at once (1,000).
    private const int Contracts = 1_020;

    private readonly RunBooks _books;

    private protected ContractReaderTests(Provider provider)
    {
        _books = new RunBooks(provider);
        _books.AddCustomers(new Customer("K-1", "Miller & Sons", new TaxProfile("DE")));
        _books.Add(Enumerable.Range(1, 6).Select(number => Users($"C-{number}", number)));
        _books.Post("2026-03-31");
        _books.Add(Enumerable.Range(7, Contracts - 6).Select(number => Users($"C-{number}", number)));
        foreach (var number in (int[])[2, 5, 256, 257, 1_000, 1_001, Contracts])
        {
            _books.Count($"C-{number}", new UsageCount(1, Day("2026-03-20"), 1_000 + number, At("2026-04-02")));
        }
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void Read_together_is_read_one_by_one()
    {
        using var reader = new ContractReader(_books.Store, _books.SellerId);

        var together = reader.Read(Day("2026-04-30"), previousRunId: 1).ToList();

        Assert.Equal(Enumerable.Range(1, Contracts).Select(number => $"C-{number}"), together.Select(stored => stored.Contract.Number));
        foreach (var place in (int[])[0, 1, 4, 5, 6, 254, 255, 256, 257, 998, 999, 1_000, Contracts - 1])
        {
            var one = Assert.Single(reader.Read(Day("2026-04-30"), previousRunId: 1, together[place].Id, together[place].Id));
            Assert.Equal(Said(one), Said(together[place]));
        }
    }

    [Fact]
    public void Each_has_what_was_counted_and_posted_for_it()
    {
        using var reader = new ContractReader(_books.Store, _books.SellerId);

        var all = reader.Read(Day("2026-04-30"), previousRunId: 1).ToDictionary(stored => stored.Contract.Number);

        // Six were billed 150.00 for each user; a count that came later makes its period be looked at again.
        Assert.Equal(6, all.Values.Count(stored => stored.BilledThrough is not null));
        Assert.Equal([300_00L], all["C-2"].Billed.ToArray().Select(period => period.MinorUnits));
        Assert.Equal((Day("2026-03-20"), 357_00L), (all["C-2"].RecheckFrom, all["C-2"].Previous.TotalMinorUnits));
        Assert.Equal((Day("2026-03-31"), 714_00L), (all["C-4"].RecheckFrom, all["C-4"].Previous.TotalMinorUnits));
        Assert.Equal(
            [("C-2", 1_002m), ("C-5", 1_005m), ("C-256", 1_256m), ("C-257", 1_257m), ("C-1000", 2_000m), ("C-1001", 2_001m), ($"C-{Contracts}", 1_000m + Contracts)],
            all.Values.SelectMany(stored => stored.Counts.ToArray().Select(count => (stored.Contract.Number, count.Quantity))));
    }

    [Fact]
    public void What_was_counted_comes_without_what_was_posted()
    {
        using var reader = new ContractReader(_books.Store, _books.SellerId);

        var counted = reader.ReadCounted().ToList();

        Assert.Equal(Contracts, counted.Count);
        Assert.Equal(7, counted.Sum(stored => stored.Counts.Length));
        Assert.All(counted, stored => Assert.True(stored is { BilledThrough: null, BilledKnownAt: null, RecheckFrom: null, Billed.IsEmpty: true }));
    }

    protected virtual void Dispose(bool disposing) => _books.Dispose();

    private static string Said(StoredContract stored) => string.Join('\n', [
        $"{stored.Id} {stored.CustomerId} {stored.Contract.Number} {stored.BilledThrough:O} {stored.BilledKnownAt:O} {stored.RecheckFrom:O} {stored.Previous.KnownAt:O} {stored.Previous.TotalMinorUnits}",
        .. stored.Counts.ToArray().Select(count => $"{count}"), .. stored.Billed.ToArray().Select(period => $"{period}"), .. stored.Previous.Lines.Select(line => $"{line}")]);
}
