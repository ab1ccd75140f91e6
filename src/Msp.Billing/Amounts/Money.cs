using System.Globalization;

namespace Msp.Billing.Amounts;

/// <summary>An amount of one currency, always a whole number of its minor units.</summary>
/// <remarks>
/// <para>There is no operator that mixes currencies and none that takes a bare number except scaling by a whole count.
/// Prices that need more decimals than the currency has are <see cref="UnitPrice"/>; exact amounts turn into money in
/// <see cref="Rounding"/>, where the caller says how to round.</para>
/// <para>Range: ±9,223,372,036,854,775,807 minor units. Beyond it every operation throws <see cref="OverflowException"/>.</para>
/// <para>Equality compares amount and currency; order is defined within one currency only.</para>
/// <para><c>default</c> is zero of no currency (XXX).</para>
/// </remarks>
public readonly partial record struct Money : IComparable<Money>
{
    /// <summary>Creates an amount.</summary>
    /// <param name="amount">In the currency's major unit, such as euros; may be negative, as in a credit.</param>
    /// <param name="currency">The currency.</param>
    /// <exception cref="ArgumentException"><paramref name="amount"/> has a fraction of a minor unit.</exception>
    /// <exception cref="OverflowException">The amount is beyond the range.</exception>
    public Money(decimal amount, Currency currency)
    {
        var unit = currency.MinorUnit;
        if (amount % unit != 0)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"{amount} is not a whole number of {currency.Code} {unit}; round it first."),
                nameof(amount));
        }

        MinorUnits = Rounding.ToMinorUnits(amount, 1, currency.Decimals, RoundingMode.HalfAwayFromZero);
        Currency = currency;
    }

    private Money(long minorUnits, Currency currency)
    {
        // The one number without its negative is left out, so that every amount can be credited.
        MinorUnits = minorUnits == long.MinValue ? throw TooLarge() : minorUnits;
        Currency = currency;
    }

    /// <summary>The amount as a whole number of minor units, such as cents. What is stored.</summary>
    public long MinorUnits { get; }

    /// <summary>The currency.</summary>
    public Currency Currency { get; }

    /// <summary>The amount in the currency's major unit, with exactly the currency's decimals.</summary>
    public decimal Amount
    {
        get
        {
            var magnitude = (ulong)Math.Abs(MinorUnits);

            // Unchecked: the words are unsigned, only their type is not.
            return unchecked(new decimal((int)magnitude, (int)(magnitude >> 32), 0, MinorUnits < 0, (byte)Currency.Decimals));
        }
    }

    /// <summary>Whether the amount is zero.</summary>
    public bool IsZero => MinorUnits == 0;

    /// <summary>An amount from its minor units, such as 675000 cents.</summary>
    /// <exception cref="OverflowException">The number is -9,223,372,036,854,775,808, which is beyond the range.</exception>
    public static Money FromMinorUnits(long minorUnits, Currency currency) => new(minorUnits, currency);

    /// <summary>Zero of a currency.</summary>
    public static Money Zero(Currency currency) => new(0L, currency);

    /// <summary>Adds two amounts of one currency.</summary>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    public static Money operator +(Money left, Money right) => new(checked(left.MinorUnits + right.UnitsIn(left.Currency)), left.Currency);

    /// <summary>Subtracts an amount of the same currency.</summary>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    public static Money operator -(Money left, Money right) => new(checked(left.MinorUnits - right.UnitsIn(left.Currency)), left.Currency);

    /// <summary>The same amount with the other sign, as a credit reverses a charge.</summary>
    public static Money operator -(Money value) => new(-value.MinorUnits, value.Currency);

    /// <summary>Scales by a whole count.</summary>
    public static Money operator *(Money value, int count) => new(checked(value.MinorUnits * count), value.Currency);

    /// <summary>Whether the left amount is smaller; both in one currency.</summary>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    public static bool operator <(Money left, Money right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left amount is larger; both in one currency.</summary>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    public static bool operator >(Money left, Money right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left amount is smaller or equal; both in one currency.</summary>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    public static bool operator <=(Money left, Money right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left amount is larger or equal; both in one currency.</summary>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    public static bool operator >=(Money left, Money right) => left.CompareTo(right) >= 0;

    /// <summary>Orders amounts of one currency.</summary>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    public int CompareTo(Money other) => MinorUnits.CompareTo(other.UnitsIn(Currency));

    /// <summary>The amount with the currency's own number of decimals, then the code, in no culture: <c>6750.00 USD</c>.</summary>
    public override string ToString() =>
        Amount.ToString("F" + Currency.Decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) + " " + Currency.Code;

    private static OverflowException TooLarge() => new("The amount is beyond what can be stored (±9,223,372,036,854,775,807 minor units).");

    private long UnitsIn(Currency currency) =>
        Currency == currency ? MinorUnits : throw new CurrencyMismatchException(currency, Currency);
}
