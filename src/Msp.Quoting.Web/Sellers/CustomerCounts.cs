using Msp.Billing.Catalog;
using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.Rating;

namespace Msp.Quoting.Web.Sellers;

/// <summary>What a customer has today, as its contracts count it: users, workstations, servers and so on.</summary>
internal static class CustomerCounts
{
    /// <summary>The highest quantity of each unit in any line that bills today; charges for the same things are not added up.</summary>
    public static IReadOnlyList<(BillingUnit Unit, decimal Quantity)> On(DateOnly day, IEnumerable<StoredContract> contracts)
    {
        var counts = new Dictionary<BillingUnit, decimal>();
        foreach (var stored in contracts.Where(one => ContractLifecycle.IsRunning(one.Contract.StatusOn(day))))
        {
            var history = ContractHistory.Of(stored.Contract, stored.Counts.Span, null, day);
            foreach (var line in history.Lines)
            {
                if (IsCounted(line.Line.Charge.Unit) && Holds(line, day))
                {
                    var quantity = line.QuantityOn(day);
                    counts[line.Line.Charge.Unit] = Math.Max(quantity, counts.GetValueOrDefault(line.Line.Charge.Unit));
                }
            }
        }

        return [.. counts.Where(count => count.Value > 0).OrderBy(count => count.Key == BillingUnit.User ? "" : count.Key.Plural, StringComparer.Ordinal)
            .Select(count => (count.Key, count.Value))];
    }

    /// <summary>Whether a line is billed for a day.</summary>
    public static bool Holds(LineHistory line, DateOnly day)
    {
        foreach (var period in line.Held)
        {
            if (period.Contains(day))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsCounted(BillingUnit unit) => unit != BillingUnit.Flat && unit != BillingUnit.Amount && unit != BillingUnit.Hour && unit != BillingUnit.Minute;
}
