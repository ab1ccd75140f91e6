using System.Globalization;
using Msp.Billing.Amounts;

namespace Msp.Billing.Cli.Output;

/// <summary>Amounts, quantities and days as they stand in tables: grouped thousands, a point, year-month-day; the same on every machine.</summary>
internal static class Figures
{
    /// <summary>An amount without its currency, such as <c>6,750.00</c>.</summary>
    public static string Of(Money money) => Of(money.Amount, money.Currency.Decimals);

    /// <summary>An amount in minor units without its currency.</summary>
    public static string Of(long minorUnits, Currency currency) => Of(Money.FromMinorUnits(minorUnits, currency));

    /// <summary>An amount with its sign, also above zero, such as <c>+150.00</c>.</summary>
    public static string Signed(long minorUnits, Currency currency) => (minorUnits > 0 ? "+" : "") + Of(minorUnits, currency);

    /// <summary>The same number without the zeros that storage keeps behind it, for programs.</summary>
    public static decimal Trimmed(decimal number) => number / 1.000000000000000000000000000000m;

    /// <summary>A number with the decimals it needs, such as <c>1,200.5</c>.</summary>
    public static string Of(decimal number) => number.ToString("#,##0.############################", CultureInfo.InvariantCulture);

    /// <summary>A count.</summary>
    public static string Of(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A day, such as <c>2026-03-31</c>.</summary>
    public static string Of(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>An instant to the second, in UTC.</summary>
    public static string Of(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Of(decimal amount, int decimals) => amount.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
