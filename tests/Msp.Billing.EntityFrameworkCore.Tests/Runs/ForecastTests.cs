using System.Collections.Immutable;
using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore.Tests.Contracts;
using Msp.Billing.Invoicing;
using Msp.Billing.Runs;
using static Msp.Billing.EntityFrameworkCore.Tests.Runs.RunBooks;

namespace Msp.Billing.EntityFrameworkCore.Tests.Runs;

/// <summary>A year of posted runs is the year that was forecast from storage before the first of them: number 9 of the design's list.</summary>
public abstract class ForecastTests : IDisposable
{
    private const int Months = 12;
    private const int Contracts = 20;

    private readonly RunBooks _books;

    private protected ForecastTests(Provider provider) => _books = new RunBooks(provider);

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    // Contracts begin from January 2025 to May 2026. On 30 May 2026 changes for days from March 2026 to October 2027 are recorded.
    [Theory]
    [InlineData("2026-06-01", 0)]
    [InlineData("2026-05-31", 0)] // runs on the last day of each month
    [InlineData("2026-06-01", 3)] // forecast after three runs, from what they posted and what was recorded since
    public void Twelve_posted_runs_are_the_forecast(string first, int runsBefore)
    {
        var begin = Day(first);
        var random = Enumerable.Range(1, Contracts).ToDictionary(seed => $"C-{seed}", seed => new RandomContract(seed));
        _books.AddCustomers(new Customer("K-1", "Miller & Sons", new TaxProfile("DE")));
        _books.Add(random.Select(one => one.Value.Draw(one.Key)));
        for (var run = runsBefore; run > 0; run--)
        {
            _books.Post($"{begin.AddMonths(-run):yyyy-MM-dd}");
        }

        foreach (var (number, draws) in random)
        {
            Change(number, draws);
        }

        var forecasts = random.Keys.ToDictionary(number => number, number => Forecast(number, begin));
        var known = _books.Documents().Count;
        for (var month = 0; month < Months; month++)
        {
            var run = _books.Post($"{begin.AddMonths(month):yyyy-MM-dd}");
            Assert.DoesNotContain(_books.Engine.Problems("main", run.Number), problem => problem.Blocks && problem.Code != RunProblemCodes.PossibleDuplicate);
            var posted = _books.Documents().Skip(known).ToDictionary(document => document.Contract);
            known += posted.Count;
            foreach (var (contract, forecast) in forecasts)
            {
                Compare(forecast[month], posted.GetValueOrDefault(contract));
            }
        }

        Assert.True(known > 60, $"{known} documents are too few to say anything.");
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _books.Dispose();
        }
    }

    private static void Compare(ForecastMonth forecast, PostedDocument? posted)
    {
        Assert.Equal(forecast.Draft is null, posted is null);
        if (forecast.Draft is { } draft && posted is not null)
        {
            var expected = PostedDocument.Of(draft, posted.Seller, posted.Sequence, posted.KnownAt, posted.PreviousHash);
            Assert.Equal(expected.Lines.AsEnumerable(), posted.Lines);
            Assert.Equal(expected.Taxes.AsEnumerable(), posted.Taxes);
            using var canonical = new CanonicalDocument();
            Assert.Equal(Convert.ToHexString(canonical.HashOf(expected).AsSpan()), Convert.ToHexString(canonical.HashOf(posted).AsSpan()));
        }
    }

    private ImmutableArray<ForecastMonth> Forecast(string number, DateOnly first)
    {
        var stored = _books.Find(number);
        var billed = new BilledLedger();
        billed.Restore(number, stored.Billed.Span, () => _books.Documents().Where(document => document.Contract == number));
        return Forecaster.Forecast(stored.Contract, stored.Customer, new TableTaxCalculator(Taxes), first, Months, billed, stored.Counts);
    }

    private void Change(string number, RandomContract random)
    {
        var recorded = Day("2026-05-30");
        for (var change = 0; change < 6; change++)
        {
            _books.Amend(number, contract => random.Change(contract, recorded, recorded.AddDays(change * 90)));
            _books.Count(number, random.Count(_books.Find(number).Contract, recorded));
        }
    }
}
