using System.Collections.Immutable;
using System.Globalization;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.EntityFrameworkCore.Runs;
using Msp.Billing.Runs;

namespace Msp.Billing.EntityFrameworkCore.Sharing;

/// <summary>Sees to it that the run of the last month exists for every seller. Asked every day, it begins it once.</summary>
/// <remarks>The run is through the last day of the month before the seller's today, its documents are of the first day of this one; reviewing and approving stay with people.</remarks>
/// <param name="store">The open database; it is not closed.</param>
/// <param name="clock">Says what day it is.</param>
public sealed class MonthlyRuns(BillingStore store, TimeProvider clock)
{
    private const int MostDays = 400;

    /// <summary>Which sellers, by their numbers in storage; null for all.</summary>
    public Func<long, bool>? Only { get; init; }

    /// <summary>Begins what is missing.</summary>
    /// <param name="author">Whom the log names.</param>
    /// <returns>A line for each seller that has contracts.</returns>
    public ImmutableArray<MonthlyRun> Ensure(string author)
    {
        var months = ImmutableArray.CreateBuilder<MonthlyRun>();
        foreach (var (id, seller, _) in new SellerBook(store).All())
        {
            if (Only?.Invoke(id) == false)
            {
                continue;
            }

            var first = FirstOfMonth(clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(seller.TimeZone));
            var through = first.AddDays(-1);
            if (RunStore.ContractCount(store, id, through) > 0)
            {
                months.Add(Ensure(id, seller.Code, through, first, author));
            }
        }

        return months.ToImmutable();
    }

    /// <summary>Which run of a seller is begun next, and when, if a look is taken every day; null where none is within a year.</summary>
    /// <remarks>A run that is still open then stands in its way until it is finished.</remarks>
    /// <param name="sellerId">The seller.</param>
    /// <param name="look">When the next look is taken.</param>
    /// <param name="zone">In this time zone it is taken at the same time every day.</param>
    /// <returns>The last day that the run bills, and the instant of the look that begins it.</returns>
    public (DateOnly Through, DateTimeOffset At)? Next(long sellerId, DateTimeOffset look, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var own = TimeZoneInfo.FindSystemTimeZoneById(new SellerBook(store).All().First(seller => seller.Id == sellerId).Seller.TimeZone);
        var (first, asked) = (TimeZoneInfo.ConvertTime(look, zone).DateTime, default(DateOnly));
        for (var day = 0; day < MostDays; day++)
        {
            var at = InstantOf(first.AddDays(day), zone);
            var through = FirstOfMonth(at, own).AddDays(-1);
            if (through != asked && RunStore.Reaching(store, sellerId, through) is null && RunStore.ContractCount(store, sellerId, through) > 0)
            {
                return (through, at);
            }

            asked = through;
        }

        return null;
    }

    private static DateOnly FirstOfMonth(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var today = TimeZoneInfo.ConvertTime(instant, zone);
        return new DateOnly(today.Year, today.Month, 1);
    }

    // A time that a day does not have, because clocks were put forward, is that of the clock an hour later.
    private static DateTimeOffset InstantOf(DateTime local, TimeZoneInfo zone)
    {
        var there = zone.IsInvalidTime(local) ? local.AddHours(1) : local;
        return new DateTimeOffset(there, zone.GetUtcOffset(there));
    }

    private MonthlyRun Ensure(long id, string seller, DateOnly through, DateOnly issueDay, string author)
    {
        if (RunStore.Reaching(store, id, through) is { } made)
        {
            return new MonthlyRun(seller, made, null);
        }

        var request = new RunRequest(through) { IssueDay = issueDay, Key = string.Create(CultureInfo.InvariantCulture, $"month-{through:yyyy-MM}") };
        try
        {
            return new MonthlyRun(seller, new SharedRuns(store, clock).Preview(seller, request, author).Number, null);
        }
        catch (RunMoveException exception)
        {
            // An older run is still open: a person finishes it, and another day begins this one.
            return new MonthlyRun(seller, null, exception.Message);
        }
    }
}
