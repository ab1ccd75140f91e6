using Msp.Billing.Amounts;
using Msp.Billing.Periods;

namespace Msp.Billing.Contracts;

/// <summary>One step of the arithmetic of a termination fee, as data. A closed set. Amounts are in major units of the contract's currency, before tax, exact.</summary>
public abstract record TerminationStep
{
    private TerminationStep()
    {
    }

    /// <summary>When the contract would end without a fee.</summary>
    /// <param name="NoticeDay">The day on which notice is given.</param>
    /// <param name="End">The first day not billed then.</param>
    /// <param name="WholeMonthsLeft">Whole months from the day of termination to it; zero or more.</param>
    public sealed record RegularEnd(DateOnly NoticeDay, DateOnly End, int WholeMonthsLeft) : TerminationStep;

    /// <summary>What the recurring lines would still have billed.</summary>
    /// <param name="Days">From the day of termination to the regular end.</param>
    /// <param name="Amount">Zero or more.</param>
    public sealed record Remainder(ServicePeriod Days, decimal Amount) : TerminationStep;

    /// <summary>What the recurring lines would bill for the months of the fee.</summary>
    /// <param name="Months">How many months are agreed.</param>
    /// <param name="Days">Those months from the day of termination, or the rest until the regular end if that is less.</param>
    /// <param name="CutShort">Whether the rest was less.</param>
    /// <param name="Amount">Zero or more.</param>
    public sealed record MonthsCharged(int Months, ServicePeriod Days, bool CutShort, decimal Amount) : TerminationStep;

    /// <summary>A share of what stands in the step before.</summary>
    /// <param name="Percent">0 to 100.</param>
    /// <param name="Year">The year of the contract that decided the percentage, from 1; null where the year plays no part.</param>
    /// <param name="Amount">Zero or more.</param>
    public sealed record ShareOfIt(Percentage Percent, int? Year, decimal Amount) : TerminationStep;

    /// <summary>The agreed amount.</summary>
    /// <param name="Amount">Before tax.</param>
    public sealed record FixedFee(Money Amount) : TerminationStep;
}
