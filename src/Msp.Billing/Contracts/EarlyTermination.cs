using System.Collections.Immutable;
using Msp.Billing.Amounts;

namespace Msp.Billing.Contracts;

/// <summary>What leaving before the end of a term costs. A closed set.</summary>
public abstract record EarlyTermination
{
    private EarlyTermination()
    {
    }

    /// <summary>Nothing.</summary>
    public static EarlyTermination None { get; } = new Free();

    /// <summary>Nothing.</summary>
    public sealed record Free : EarlyTermination;

    /// <summary>One amount, before tax.</summary>
    /// <param name="Amount">Zero or more.</param>
    public sealed record Fixed(Money Amount) : EarlyTermination;

    /// <summary>A share of what the recurring lines would still have billed until the end of the term.</summary>
    /// <param name="Percent">0 to 100.</param>
    public sealed record RemainingShare(Percentage Percent) : EarlyTermination;

    /// <summary>So many months of the recurring lines, or the rest of the term if that is less.</summary>
    /// <param name="Months">1 or more.</param>
    public sealed record MonthsOrRemainder(int Months) : EarlyTermination;

    /// <summary>A share of the remainder that falls with each year of the term.</summary>
    /// <param name="PercentByYear">First entry for the first year; after the last entry nothing is due.</param>
    public sealed record Declining(ImmutableArray<Percentage> PercentByYear) : EarlyTermination;
}
