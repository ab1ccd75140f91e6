using System.Globalization;
using Msp.Billing.Amounts;

namespace Msp.Quoting.Web.Localization;

/// <summary>Figures and days as the reader writes them. Money brings its own currency: the reader's culture decides separators and places, never the sign.</summary>
internal sealed class Format
{
    private const char Minus = '\u2212';
    private const int PositiveWithSpace = 2;

    private static CultureInfo Culture => CultureInfo.CurrentCulture;

    /// <summary>An amount with all decimals of its currency, such as <c>$4,298.75</c> or <c>4.298,75 $</c>; a minus sign in front when below zero.</summary>
    public string Amount(Money money) => Signed(money.Amount, money.Currency, money.Currency.Decimals);

    /// <summary>An amount with a sign in front, also when above zero: for differences.</summary>
    public string Change(Money money) => (money.MinorUnits > 0 ? "+" : "") + Amount(money);

    /// <summary>An amount without decimals, for headlines and charts.</summary>
    public string Whole(Money money) => Signed(decimal.Round(money.Amount, 0, MidpointRounding.AwayFromZero), money.Currency, 0);

    /// <summary>An amount to two significant figures, for estimates: <c>$69,000</c>.</summary>
    public string Estimate(decimal amount, Currency currency)
    {
        var step = 1m;
        for (var rest = decimal.Abs(amount); rest >= 100m; rest /= 10m)
        {
            step *= 10m;
        }

        return Signed(decimal.Round(amount / step, 0, MidpointRounding.AwayFromZero) * step, currency, 0);
    }

    /// <summary>A short amount for an axis: <c>$400k</c>.</summary>
    public string Short(decimal amount, Currency currency) => decimal.Abs(amount) switch
    {
        >= 1_000_000m => Signed(amount / 1_000_000m, currency, 0, "0.##", "M"),
        >= 1_000m => Signed(amount / 1_000m, currency, 0, "0.#", "k"),
        _ => Signed(amount, currency, 0),
    };

    /// <summary>The price of a unit: at least the decimals of its currency, and all that it has.</summary>
    public string Price(decimal price, Currency currency)
    {
        var decimals = currency.Decimals;
        while (decimals < UnitPrice.MaxDecimals && decimal.Round(price, decimals) != price)
        {
            decimals++;
        }

        return Signed(price, currency, decimals);
    }

    /// <summary>A number with only the decimals that it has, such as <c>1,250</c> or <c>0.4</c>.</summary>
    public string Number(decimal number) => (number < 0 ? Minus.ToString() : "") + decimal.Abs(number).ToString("#,0.######", Culture);

    /// <summary>A percentage, such as <c>5%</c> or <c>5 %</c>.</summary>
    /// <param name="percent">5 means 5 %.</param>
    /// <param name="decimals">How many decimals at most.</param>
    public string Percent(decimal percent, int decimals = 2)
    {
        var number = Number(decimal.Round(percent, decimals, MidpointRounding.AwayFromZero));
        return Culture.TwoLetterISOLanguageName == "en" ? number + "%" : number + "\u00A0%";
    }

    /// <summary>A percentage with one decimal, also where it is zero: in a column they stand under each other.</summary>
    /// <param name="percent">5 means 5 %.</param>
    public string Share(decimal percent)
    {
        var number = decimal.Round(percent, 1, MidpointRounding.AwayFromZero).ToString("N1", Culture).Replace("-", "\u2212", StringComparison.Ordinal);
        return Culture.TwoLetterISOLanguageName == "en" ? number + "%" : number + "\u00A0%";
    }

    /// <summary>A day, such as <c>Dec 22, 2026</c>.</summary>
    public string Day(DateOnly day) => day.ToString(DayPattern, Culture);

    /// <summary>A day that may not be known; a dash where it is not.</summary>
    public string Day(DateOnly? day) => day is { } known ? Day(known) : "–";

    /// <summary>A day without its year, for a short axis or list.</summary>
    public string ShortDay(DateOnly day) => day.ToString(Culture.Name == "en-US" ? "MMM d" : Culture.TwoLetterISOLanguageName == "de" ? "d. MMM" : "d MMM", Culture);

    /// <summary>A month, such as <c>April 2026</c>.</summary>
    public string Month(DateOnly day) => day.ToString("MMMM yyyy", Culture);

    /// <summary>An instant in a time zone, to the minute.</summary>
    public string Instant(DateTimeOffset instant, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var local = TimeZoneInfo.ConvertTime(instant, zone);
        return local.ToString(DayPattern, Culture) + ", " + local.ToString("HH:mm", Culture);
    }

    /// <summary>The days of a half-open period as people read them, both ends inclusive.</summary>
    public string Days(DateOnly start, DateOnly end) => end == DateOnly.MaxValue ? Day(start) + " –" : end == start.AddDays(1) ? Day(start) : Day(start) + " – " + Day(end.AddDays(-1));

    private static string DayPattern => Culture.Name == "en-US" ? "MMM d, yyyy" : Culture.TwoLetterISOLanguageName == "de" ? "d. MMM yyyy" : "d MMM yyyy";

    /// <summary>The sign of a currency, for the front of an entry field.</summary>
    public string Sign(Currency currency) => SignOf(currency);

    private static string SignOf(Currency currency) => currency.Code switch
    {
        "EUR" => "€",
        "USD" => Culture.Name == "en-GB" ? "US$" : "$",
        "GBP" => "£",
        "JPY" => "¥",
        var code => code,
    };

    private static string Signed(decimal amount, Currency currency, int decimals, string? pattern = null, string suffix = "")
    {
        var format = (NumberFormatInfo)Culture.NumberFormat.Clone();
        format.CurrencySymbol = SignOf(currency);
        format.CurrencyDecimalDigits = decimals;
        if (format.CurrencyPositivePattern == 0 && char.IsAsciiLetterUpper(format.CurrencySymbol[^1]))
        {
            format.CurrencyPositivePattern = PositiveWithSpace;
        }

        var magnitude = decimal.Abs(amount);
        var text = pattern is null
            ? magnitude.ToString("C", format)
            : 0m.ToString("C0", format).Replace("0", magnitude.ToString(pattern, format) + suffix, StringComparison.Ordinal);
        return (amount < 0 ? Minus.ToString() : "") + text.Replace(' ', '\u00A0');
    }
}
