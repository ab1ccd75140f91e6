using Msp.Billing.Amounts;

namespace Msp.Billing.Insights;

/// <summary>How the MRR of one contract moved between two days: opening, more, fewer and price are exactly the closing amount.</summary>
/// <remarks>
/// A line that is held on both days moves in two steps that telescope: the old price at the new quantity, then the rest, which is price, discount and
/// minimum together. Lines that began and lines that ended count against each other, so that a change of plan is one move.
/// </remarks>
/// <param name="Contract">The contract's number.</param>
/// <param name="Predecessor">The contract whose place it took; null for none.</param>
/// <param name="Opening">On the first day, in minor units.</param>
/// <param name="More">By more units and more lines; zero or more.</param>
/// <param name="Fewer">By fewer units and fewer lines; zero or less.</param>
/// <param name="Price">By uplifts, agreed prices and discounts; of either sign.</param>
public readonly record struct MrrStep(string Contract, string? Predecessor, long Opening, long More, long Fewer, long Price)
{
    /// <summary>On the last day, in minor units.</summary>
    public long Closing => Opening + More + Fewer + Price;

    /// <summary>The step of a contract.</summary>
    /// <param name="before">On the first day.</param>
    /// <param name="now">On the last day.</param>
    /// <param name="predecessor">The contract whose place it took; null for none.</param>
    /// <exception cref="ArgumentException">They are of two contracts.</exception>
    public static MrrStep Between(ContractMrr before, ContractMrr now, string? predecessor = null)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(now);
        if (before.Contract != now.Contract)
        {
            throw new ArgumentException($"A step is of one contract; these are {before.Contract} and {now.Contract}.", nameof(now));
        }

        var (more, fewer, price, swapped) = (0L, 0L, 0L, 0L);
        foreach (var line in now.Lines)
        {
            if (Find(before, line.LineId) is not { } old)
            {
                swapped += line.MinorUnits;
                continue;
            }

            var quantity = AtQuantity(old, line.Quantity) - old.MinorUnits;
            more += Math.Max(quantity, 0);
            fewer += Math.Min(quantity, 0);
            price += line.MinorUnits - old.MinorUnits - quantity;
        }

        foreach (var old in before.Lines)
        {
            swapped -= Find(now, old.LineId) is null ? old.MinorUnits : 0;
        }

        return new MrrStep(
            now.Contract, predecessor, before.Amount.MinorUnits, more + Math.Max(swapped, 0), fewer + Math.Min(swapped, 0), price);
    }

    private static LineMrr? Find(ContractMrr mrr, int lineId)
    {
        foreach (var line in mrr.Lines)
        {
            if (line.LineId == lineId)
            {
                return line;
            }
        }

        return null;
    }

    // The old line's discounts, tax and months, by the share they left of its price.
    private static long AtQuantity(in LineMrr old, decimal quantity)
    {
        if (old.Quantity == quantity)
        {
            return old.MinorUnits;
        }

        var (full, other) = (old.Pricing.Exact(old.Quantity), old.Pricing.Exact(quantity));
        if (full != 0)
        {
            return Rounding.ToMinorUnits(old.MinorUnits * (other / full), 1, 0, RoundingMode.HalfAwayFromZero);
        }

        // Nothing was due at the old quantity, so no share of it says what discounts would leave: they are price.
        var (numerator, denominator) = MonthlyRate.Of(old.Cadence);
        return Rounding.ToMinorUnits(other * numerator, denominator, old.Pricing.Currency.Decimals, RoundingMode.HalfAwayFromZero);
    }
}
