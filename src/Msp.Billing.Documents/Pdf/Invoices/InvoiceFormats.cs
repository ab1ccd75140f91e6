using System.Globalization;
using Msp.Billing.Amounts;
using Msp.Billing.Periods;

namespace Msp.Billing.Documents.Pdf.Invoices;

/// <summary>How numbers, amounts and days are written, by language and by the seller's country.</summary>
/// <remarks>Written here and not taken from the machine: its tables change between versions, and a document must come out the same for ever.</remarks>
internal sealed class InvoiceFormats
{
    private const string NoBreak = "\u00A0";
    private const string Minus = "\u2212";
    private const string Dash = "\u2013";
    private static readonly string[] English =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    private static readonly string[] German =
        ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"];

    private static readonly string[] French =
        ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];

    private readonly string _language;
    private readonly bool _monthFirst;
    private readonly NumberFormatInfo _numbers;

    /// <summary>Creates the formats.</summary>
    /// <param name="language">en, de or fr.</param>
    /// <param name="country">ISO 3166 two-letter code of the seller.</param>
    public InvoiceFormats(string language, string country)
    {
        _language = language;
        _monthFirst = language == "en" && country == "US";
        var (group, point) = (language, country) switch
        {
            ("de", "CH" or "LI") => ("\u2019", "."),
            ("de", _) => (".", ","),
            ("fr", _) => (NoBreak, ","),
            _ => (",", "."),
        };
        _numbers = new NumberFormatInfo { NumberGroupSeparator = group, NumberDecimalSeparator = point, NegativeSign = Minus };
        Culture = CultureOf(language, country, _numbers);
    }

    /// <summary>The same for explanations, which are rendered by a culture.</summary>
    public CultureInfo Culture { get; }

    /// <summary>A number, with as many decimals as it has.</summary>
    public string Number(decimal value) => value.ToString("#,##0.######", _numbers);

    /// <summary>An amount without its currency.</summary>
    public string Amount(Money money) => Plain(money.Amount, money.Currency.Decimals, money.Currency.Decimals);

    /// <summary>An amount with its currency's code.</summary>
    public string Money(Money money) =>
        _language == "en" ? money.Currency.Code + NoBreak + Amount(money) : Amount(money) + NoBreak + money.Currency.Code;

    /// <summary>A price, with no more decimals than it needs beyond the currency's own.</summary>
    public string Price(decimal price, Currency currency) => Plain(price, currency.Decimals, UnitPrice.MaxDecimals);

    /// <summary>A rate.</summary>
    public string Percent(Percentage rate) => Number(rate.Value) + (_language == "en" ? "%" : NoBreak + "%");

    /// <summary>A day, with the month's name.</summary>
    public string Day(DateOnly day) => _monthFirst ? MonthAndDay(day) + Year(day) : DayOf(day) + NoBreak + Month(day) + NoBreak + Number4(day.Year);

    /// <summary>The first and the last day, with the common parts once.</summary>
    public string Days(ServicePeriod period)
    {
        if (period.Days <= 1)
        {
            return Day(period.Start);
        }

        var (first, last) = (period.Start, period.LastDay);
        if (first.Year != last.Year)
        {
            return $"{Day(first)} {Dash} {Day(last)}";
        }

        if (first.Month == last.Month)
        {
            return _monthFirst
                ? MonthAndDay(first) + Dash + Number4(last.Day) + Year(last)
                : DayOf(first) + Dash + Day(last);
        }

        return _monthFirst
            ? $"{MonthAndDay(first)} {Dash} {Day(last)}"
            : $"{DayOf(first)}{NoBreak}{Month(first)} {Dash} {Day(last)}";
    }

    /// <summary>A sentence with its braces filled in.</summary>
    public static string Fill(string template, params ReadOnlySpan<object?> values) => string.Format(CultureInfo.InvariantCulture, template, values);

    private string Plain(decimal value, int least, int most) =>
        value.ToString("#,##0" + (most > 0 ? "." : "") + new string('0', least) + new string('#', most - least), _numbers);

    private string MonthAndDay(DateOnly day) => Month(day) + NoBreak + Number4(day.Day);

    private static string Year(DateOnly day) => "," + NoBreak + Number4(day.Year);

    // German writes days as ordinals, French only the first of a month.
    private string DayOf(DateOnly day) => (_language, day.Day) switch
    {
        ("de", _) => Number4(day.Day) + ".",
        ("fr", 1) => "1er",
        _ => Number4(day.Day),
    };

    private string Month(DateOnly day) => (_language switch { "de" => German, "fr" => French, _ => English })[day.Month - 1];

    private static string Number4(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static CultureInfo CultureOf(string language, string country, NumberFormatInfo numbers)
    {
        var culture = new CultureInfo(language, useUserOverride: false);
        culture.NumberFormat.NumberGroupSeparator = numbers.NumberGroupSeparator;
        culture.NumberFormat.NumberDecimalSeparator = numbers.NumberDecimalSeparator;
        culture.NumberFormat.NegativeSign = numbers.NegativeSign;
        culture.DateTimeFormat.ShortDatePattern = (language, country) switch
        {
            ("de", _) => "dd'.'MM'.'yyyy",
            ("en", "US") => "MM'/'dd'/'yyyy",
            _ => "dd'/'MM'/'yyyy",
        };
        return CultureInfo.ReadOnly(culture);
    }
}
