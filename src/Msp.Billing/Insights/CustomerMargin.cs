using Msp.Billing.Amounts;
using Msp.Billing.Quotes;

namespace Msp.Billing.Insights;

/// <summary>What a customer earned the seller: what was billed before tax, what its lines cost, and the hours that were counted.</summary>
/// <remarks>A cost that is not known is never taken as zero: revenue without a known cost stands beside the margin, not in it.</remarks>
/// <param name="Revenue">What was billed, before tax, credits included.</param>
/// <param name="Covered">The part of it that comes from lines whose cost is known.</param>
/// <param name="Costs">What those lines cost.</param>
/// <param name="Hours">The hours that were reported; null where no line counts hours.</param>
public sealed record CustomerMargin(Money Revenue, Money Covered, Money Costs, decimal? Hours)
{
    /// <summary>The part of the revenue that comes from lines whose cost is not known.</summary>
    public Money Uncovered => Revenue - Covered;

    /// <summary>Whether the cost of every line with revenue is known.</summary>
    public bool IsComplete => Uncovered.IsZero;

    /// <summary>What is left of the covered revenue after its costs; labour is not among them.</summary>
    public Money GrossProfit => Covered - Costs;

    /// <summary>The gross profit as a share of the covered revenue, rounded down to four decimals of a percent; null without such revenue, and below -100 %.</summary>
    public Percentage? GrossMargin => Earnings.MarginOf(GrossProfit, Covered);

    /// <summary>What an hour of work earns: revenue less line costs over the hours that were counted, rounded down; null without hours or where a cost is not known.</summary>
    public Money? HourlyRate => IsComplete && Hours is { } hours ? Earnings.PerHour(Revenue - Costs, hours) : null;

    /// <summary>Two of one currency together.</summary>
    public CustomerMargin Plus(CustomerMargin other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new CustomerMargin(
            Revenue + other.Revenue, Covered + other.Covered, Costs + other.Costs, Hours is null && other.Hours is null ? null : (Hours ?? 0) + (other.Hours ?? 0));
    }
}
