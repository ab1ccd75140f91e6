using System.Globalization;

namespace Msp.Billing.Amounts;

/// <summary>The price of one unit for one natural period, before tax, with up to six decimals: 0.0385 a gigabyte is a price, not an amount.</summary>
/// <remarks>
/// <para>Six decimals are what storage keeps exactly (millionths in a 64-bit integer). Price lists of suppliers stop at four.</para>
/// <para><c>default</c> is a price of zero in no currency.</para>
/// </remarks>
public readonly record struct UnitPrice
{
    /// <summary>The finest step of a price: a millionth of the major unit.</summary>
    public const int MaxDecimals = 6;

    /// <summary>The largest price, in major units: what 64 bits of millionths hold.</summary>
    public const decimal MaxAmount = 9_223_372_036_854.775807m;

    /// <summary>Creates a price.</summary>
    /// <param name="amount">In major units; zero or more.</param>
    /// <param name="currency">The currency.</param>
    /// <exception cref="ArgumentOutOfRangeException">The price is negative, above <see cref="MaxAmount"/> or has more than six decimals.</exception>
    public UnitPrice(decimal amount, Currency currency)
    {
        if (amount < 0 || amount > MaxAmount || amount % 0.000001m != 0)
        {
            throw new ArgumentOutOfRangeException(nameof(amount), string.Create(
                CultureInfo.InvariantCulture,
                $"{amount} {currency.Code} is not a unit price: it is from 0 to {MaxAmount:N6} and has at most six decimals."));
        }

        Amount = amount;
        Currency = currency;
    }

    /// <summary>The price in major units.</summary>
    public decimal Amount { get; }

    /// <summary>The currency.</summary>
    public Currency Currency { get; }

    /// <summary>What a quantity costs for one whole period, rounded once.</summary>
    /// <exception cref="OverflowException">The amount is beyond what can be stored, or the exact product has more than 28 digits.</exception>
    public Money Times(decimal quantity, RoundingMode mode) => Rounding.ToMoney(Rounding.Multiply(Amount, quantity), Currency, mode);

    /// <summary>The price with at least the currency's decimals, then the code, in no culture: <c>0.0385 USD</c>.</summary>
    public override string ToString()
    {
        var format = "0." + new string('0', Currency.Decimals) + new string('#', MaxDecimals - Currency.Decimals);
        return Amount.ToString(format, CultureInfo.InvariantCulture) + " " + Currency.Code;
    }
}
