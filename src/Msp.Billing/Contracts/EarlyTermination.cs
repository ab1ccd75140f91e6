using System.Collections.Immutable;
using Msp.Billing.Amounts;

namespace Msp.Billing.Contracts;

/// <summary>What leaving before the regular end costs. A closed set. The arithmetic is shown by <see cref="Contract.QuoteTermination"/>.</summary>
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
    public sealed record Fixed : EarlyTermination
    {
        /// <summary>Creates a fixed fee.</summary>
        /// <param name="amount">In the contract's currency; zero or more.</param>
        /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
        public Fixed(Money amount)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(amount.MinorUnits, nameof(amount));
            Amount = amount;
        }

        /// <summary>In the contract's currency, before tax.</summary>
        public Money Amount { get; }
    }

    /// <summary>A share of what the recurring lines would still have billed until the regular end.</summary>
    public sealed record RemainingShare : EarlyTermination
    {
        /// <summary>Creates a share.</summary>
        /// <param name="percent">0 to 100.</param>
        /// <exception cref="ArgumentOutOfRangeException">The percentage is below 0 or above 100.</exception>
        public RemainingShare(Percentage percent) => Percent = Checked(percent);

        /// <summary>0 to 100.</summary>
        public Percentage Percent { get; }
    }

    /// <summary>So many months of the recurring lines, or the rest until the regular end if that is less.</summary>
    public sealed record MonthsOrRemainder : EarlyTermination
    {
        /// <summary>Creates a number of months.</summary>
        /// <param name="months">1 to 1,200.</param>
        /// <exception cref="ArgumentOutOfRangeException">The number is out of range.</exception>
        public MonthsOrRemainder(int months)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(months, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(months, 1_200);
            Months = months;
        }

        /// <summary>1 or more.</summary>
        public int Months { get; }
    }

    /// <summary>A share of the remainder that falls with each year of the contract, counted from its start.</summary>
    public sealed record Declining : EarlyTermination
    {
        /// <summary>Creates a table.</summary>
        /// <param name="percentByYear">First entry for the first year; after the last entry nothing is due. Each 0 to 100.</param>
        /// <exception cref="ArgumentException">The table is empty.</exception>
        /// <exception cref="ArgumentOutOfRangeException">A percentage is below 0 or above 100.</exception>
        public Declining(params ImmutableArray<Percentage> percentByYear)
        {
            if (percentByYear.IsDefaultOrEmpty)
            {
                throw new ArgumentException("A declining fee needs a percentage for the first year at least.", nameof(percentByYear));
            }

            foreach (var percent in percentByYear)
            {
                Checked(percent);
            }

            PercentByYear = percentByYear;
        }

        /// <summary>First entry for the first year; after the last entry nothing is due.</summary>
        public ImmutableArray<Percentage> PercentByYear { get; }

        /// <summary>By content.</summary>
        public bool Equals(Declining? other) => other is not null && PercentByYear.AsSpan().SequenceEqual(other.PercentByYear.AsSpan());

        /// <summary>Of the content.</summary>
        public override int GetHashCode() => HashCode.Combine(PercentByYear.Length, PercentByYear[0]);
    }

    private static Percentage Checked(Percentage percent) => percent.Value is >= 0m and <= 100m
        ? percent
        : throw new ArgumentOutOfRangeException(nameof(percent), percent, "A share of the remainder is 0 to 100 %.");
}
