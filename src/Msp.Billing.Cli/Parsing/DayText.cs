using System.Globalization;

namespace Msp.Billing.Cli.Parsing;

/// <summary>Reads a day as year-month-day, the one way of writing it that nobody reads two ways.</summary>
internal static class DayText
{
    private const string Format = "yyyy-MM-dd";
    private const int FirstYear = 1900;
    private const int LastYear = 2999;

    /// <summary>Reads a day.</summary>
    /// <returns>Null when the day was read, else what is wrong with it.</returns>
    public static string? Read(string text, out DateOnly day)
    {
        if (DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
        {
            return day.Year is >= FirstYear and <= LastYear
                ? null
                : string.Create(CultureInfo.InvariantCulture, $"'{text}' is outside the years {FirstYear} to {LastYear}.");
        }

        return IsShapedAsDay(text) ? NotInCalendar(text) : $"'{Shortened(text)}' is not a day; write year-month-day, such as 2026-03-01.";
    }

    private static string NotInCalendar(string text)
    {
        var year = int.Parse(text.AsSpan(0, 4), CultureInfo.InvariantCulture);
        var month = int.Parse(text.AsSpan(5, 2), CultureInfo.InvariantCulture);
        return month is < 1 or > 12 || year < 1
            ? $"'{text}' is not a day: months are 01 to 12."
            : string.Create(
                CultureInfo.InvariantCulture,
                $"'{text}' is not a day: {CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month)} {year} has {DateTime.DaysInMonth(year, month)} days.");
    }

    private static bool IsShapedAsDay(string text)
    {
        if (text.Length != Format.Length)
        {
            return false;
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (i is 4 or 7 ? text[i] != '-' : !char.IsAsciiDigit(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static string Shortened(string text) => text.Length <= 40 ? text : string.Concat(text.AsSpan(0, 37), "...");
}
