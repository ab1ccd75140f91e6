using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Msp.Billing.Amounts;

public readonly partial record struct Money
{
    /// <summary>Reads what <see cref="ToString"/> writes, in no culture: <c>6750.00 USD</c>.</summary>
    /// <param name="text">
    /// A minus sign if the amount is negative, digits without separators, a point and exactly the currency's decimals if it
    /// has any, one space, and the code. Anything else is refused, so that 1.500 is never taken for fifteen hundred.
    /// </param>
    /// <exception cref="FormatException">The text is not so, or the amount is beyond the range.</exception>
    public static Money Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (TryParse(text, out var money))
        {
            return money;
        }

        throw new FormatException(CurrencyOf(text) is { } currency
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"'{text}' is not an amount in {currency}: write it as {new Money(6750m, currency)}, with {currency.Decimals} decimals, no separators between the digits, and not beyond {Largest(currency)}.")
            : $"'{text}' is not an amount: it must end in a space and a currency code of ISO 4217, as in 6750.00 USD.");
    }

    /// <summary>Reads what <see cref="ToString"/> writes, without an exception where the text is something else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Money money)
    {
        money = default;
        if (text is null || CurrencyOf(text) is not { } currency || !TryDigits(text[..^4], out var amount) ||
            decimal.Abs(amount) > Largest(currency) || amount % currency.MinorUnit != 0)
        {
            return false;
        }

        var read = new Money(amount, currency);
        if (!string.Equals(read.ToString(), text, StringComparison.Ordinal))
        {
            return false;
        }

        money = read;
        return true;
    }

    private static Currency? CurrencyOf(string text) =>
        text.Length > 4 && text[^4] == ' ' && Currency.TryFromCode(text[^3..], out var currency) ? currency : null;

    private static bool TryDigits(string text, out decimal amount) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out amount);

    private static decimal Largest(Currency currency) => Rounding.MaxMinorUnits * currency.MinorUnit;
}
