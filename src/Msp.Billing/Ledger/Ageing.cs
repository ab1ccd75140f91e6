using System.Collections.Immutable;
using Msp.Billing.Amounts;

namespace Msp.Billing.Ledger;

/// <summary>What a customer owes in one currency, by how long it is overdue.</summary>
/// <param name="Customer">The customer's number.</param>
/// <param name="Currency">The currency.</param>
/// <param name="Buckets">The open amounts in minor units, in the order of <see cref="AgeingBucket"/>.</param>
public sealed record Ageing(string Customer, Currency Currency, ImmutableArray<long> Buckets)
{
    /// <summary>The open amount of a bucket.</summary>
    public Money this[AgeingBucket bucket] => Money.FromMinorUnits(Buckets[(int)bucket - 1], Currency);

    /// <summary>Everything that is open.</summary>
    public Money Total => Money.FromMinorUnits(Buckets.Sum(), Currency);

    /// <summary>The bucket of an invoice that is so many days overdue; zero and less is not overdue.</summary>
    public static AgeingBucket BucketOf(int daysOverdue) => daysOverdue switch
    {
        <= 0 => AgeingBucket.Current,
        <= 30 => AgeingBucket.Days1To30,
        <= 60 => AgeingBucket.Days31To60,
        <= 90 => AgeingBucket.Days61To90,
        _ => AgeingBucket.Over90,
    };

    /// <summary>What each customer owes on a day, by customer and currency.</summary>
    /// <param name="items">Open invoices, in any order.</param>
    /// <param name="day">The day of the report.</param>
    public static ImmutableArray<Ageing> Of(IEnumerable<OpenItem> items, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(items);
        return
        [
            .. items.GroupBy(item => (item.Customer, item.Open.Currency))
                .OrderBy(group => group.Key.Customer, StringComparer.Ordinal).ThenBy(group => group.Key.Currency.Code, StringComparer.Ordinal)
                .Select(group => new Ageing(group.Key.Customer, group.Key.Currency, BucketsOf(group, day))),
        ];
    }

    private static ImmutableArray<long> BucketsOf(IEnumerable<OpenItem> items, DateOnly day)
    {
        var buckets = new long[(int)AgeingBucket.Over90];
        foreach (var item in items)
        {
            buckets[(int)BucketOf(item.DaysOverdue(day)) - 1] += item.Open.MinorUnits;
        }

        return [.. buckets];
    }
}
