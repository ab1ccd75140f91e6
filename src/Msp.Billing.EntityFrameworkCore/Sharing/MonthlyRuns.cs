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
    /// <summary>Begins what is missing.</summary>
    /// <param name="author">Whom the log names.</param>
    /// <returns>A line for each seller that has contracts.</returns>
    public ImmutableArray<MonthlyRun> Ensure(string author)
    {
        var months = ImmutableArray.CreateBuilder<MonthlyRun>();
        foreach (var (id, seller, _) in new SellerBook(store).All())
        {
            var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(seller.TimeZone)).DateTime);
            var first = new DateOnly(today.Year, today.Month, 1);
            var through = first.AddDays(-1);
            if (RunStore.ContractCount(store, id, through) > 0)
            {
                months.Add(Ensure(id, seller.Code, through, first, author));
            }
        }

        return months.ToImmutable();
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
