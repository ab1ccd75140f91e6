using System.Globalization;

namespace Msp.Billing.Cli.Parsing;

/// <summary>Which numbers a field takes.</summary>
/// <param name="What">What the number is, with its article, for messages: <c>a price</c>.</param>
/// <param name="Least">The smallest, inclusive.</param>
/// <param name="Most">The largest, inclusive.</param>
/// <param name="Decimals">How many decimals it may have; zeros at the end do not count.</param>
internal sealed record NumberRange(string What, decimal Least, decimal Most, int Decimals)
{
    /// <summary>A price for one unit, a fee or a minimum spend.</summary>
    public static NumberRange Price { get; } = new("a price", 0, Amounts.UnitPrice.MaxAmount, 6);

    /// <summary>A quantity in some unit.</summary>
    public static NumberRange Quantity { get; } = new("a quantity", 0, 1_000_000_000_000m, 6);

    /// <summary>A quantity that divides others, so it cannot be zero.</summary>
    public static NumberRange Size { get; } = new("a size", 0.000001m, 1_000_000_000_000m, 6);

    /// <summary>A share of a price that is taken off.</summary>
    public static NumberRange Discount { get; } = new("a discount", 0, 100, 4);

    /// <summary>A change of prices, or the rate of a tax.</summary>
    public static NumberRange Change { get; } = new("a change of prices", -100, 1_000, 4);

    /// <summary>The rate of a tax.</summary>
    public static NumberRange TaxRate { get; } = new("a tax rate", 0, 100, 4);

    /// <summary>What is wrong with a number that was read exactly; null when it is in range.</summary>
    public string? Refusal(decimal value, string text)
    {
        if (value < Least)
        {
            return Least == 0
                ? $"{text} is negative; {What} is zero or more."
                : string.Create(CultureInfo.InvariantCulture, $"{text} is too small; {What} is at least {Least}.");
        }

        return value > Most ? TooLarge(text) : null;
    }

    /// <summary>The refusal of a number above the range.</summary>
    public string TooLarge(string text) =>
        string.Create(CultureInfo.InvariantCulture, $"{text} is too large; {What} is at most {Most:#,0.######}.");

    /// <summary>The refusal of a number with more decimals than the field keeps.</summary>
    public string TooFine(string text) => Decimals == 0
        ? $"{text} is not whole; {What} is a whole number."
        : string.Create(CultureInfo.InvariantCulture, $"{text} has too many decimals; {What} has at most {Decimals}.");
}
