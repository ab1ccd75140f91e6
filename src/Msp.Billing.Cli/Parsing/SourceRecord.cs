using System.Globalization;
using Msp.Billing.Amounts;
using Msp.Billing.Catalog;

namespace Msp.Billing.Cli.Parsing;

/// <summary>One row of a CSV file or one object of a JSON file, read field by field. What cannot be read is reported and reads as absent.</summary>
/// <remarks>Valid until its file is read on.</remarks>
/// <param name="problems">Where problems are reported.</param>
internal abstract class SourceRecord(ImportProblems problems)
{
    /// <summary>The most characters of a code, a number or a name.</summary>
    public const int NameLength = 200;

    /// <summary>The most characters of an address or a reason.</summary>
    public const int TextLength = 2_000;

    private static readonly Words<Answer> Answers = new("true or false", ("true", Answer.Yes), ("false", Answer.No));

    private enum Answer
    {
        Yes = 1,
        No = 2,
    }

    /// <summary>How many problems the file has so far: when a step adds none, its record is good.</summary>
    public int ProblemCount => Problems.Count;

    /// <summary>Where problems are reported.</summary>
    protected ImportProblems Problems { get; } = problems;

    /// <summary>Reports a problem of the whole row or object.</summary>
    public abstract void Refuse(string message);

    /// <summary>Reports a problem of a field.</summary>
    public abstract void Refuse(string field, string message);

    /// <summary>Whether the field is there and not empty, whatever is in it.</summary>
    public abstract bool Has(string field);

    /// <summary>A text of at most <paramref name="length"/> characters without blanks around it; null when absent.</summary>
    public string? Text(string field, int length = NameLength)
    {
        if (Scalar(field, ScalarKind.Text) is not { } text)
        {
            return null;
        }

        if (text.Length > length)
        {
            Refuse(field, string.Create(CultureInfo.InvariantCulture, $"has {text.Length} characters; at most {length} are kept."));
            return null;
        }

        foreach (var character in text)
        {
            if (char.IsControl(character) && !(length == TextLength && character is '\n' or '\r' or '\t'))
            {
                Refuse(field, string.Create(CultureInfo.InvariantCulture, $"has a control character (U+{(int)character:X4}); remove it."));
                return null;
            }
        }

        return text;
    }

    /// <summary>A text that must be there; empty when it is refused.</summary>
    /// <param name="field">The field.</param>
    /// <param name="example">What it could look like, for the message.</param>
    /// <param name="length">The most characters.</param>
    public string RequiredText(string field, string example, int length = NameLength)
    {
        if (!Has(field))
        {
            Refuse(field, $"is missing; write for example {example}.");
            return "";
        }

        return Text(field, length) ?? "";
    }

    /// <summary>A number; null when absent or refused.</summary>
    public decimal? Number(string field, NumberRange range)
    {
        if (Scalar(field, ScalarKind.Number) is not { } text)
        {
            return null;
        }

        if (NumberText.Read(text, range, out var number) is { } refusal)
        {
            Refuse(field, refusal);
            return null;
        }

        return number;
    }

    /// <summary>A whole number between bounds, which belong to it; null when absent or refused.</summary>
    public int? Whole(string field, int least, int most)
    {
        if (Scalar(field, ScalarKind.Number) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        Refuse(field, string.Create(CultureInfo.InvariantCulture, $"'{Shortened(text)}' is not a whole number from {least} to {most}."));
        return null;
    }

    /// <summary>A day; null when absent or refused.</summary>
    public DateOnly? Day(string field)
    {
        if (Scalar(field, ScalarKind.Text) is not { } text)
        {
            return null;
        }

        if (DayText.Read(text, out var day) is { } refusal)
        {
            Refuse(field, refusal);
            return null;
        }

        return day;
    }

    /// <summary>An instant with its offset from UTC; null when absent or refused.</summary>
    public DateTimeOffset? Instant(string field)
    {
        if (Scalar(field, ScalarKind.Text) is not { } text)
        {
            return null;
        }

        if (InstantText.TryRead(text, out var instant))
        {
            return instant;
        }

        Refuse(field, $"'{Shortened(text)}' is not an instant; write it with its offset, such as 2026-03-01T09:30:00Z.");
        return null;
    }

    /// <summary>True or false; null when absent or refused.</summary>
    public bool? YesNo(string field) =>
        Scalar(field, ScalarKind.YesNo) is { } text && Read(field, Answers.Read(text, out var answer)) ? answer == Answer.Yes : null;

    /// <summary>A word of a closed set; null when absent or refused.</summary>
    public T? Word<T>(string field, Words<T> words)
        where T : struct, Enum =>
        Scalar(field, ScalarKind.Text) is { } text && Read(field, words.Read(text, out var value)) ? value : null;

    /// <summary>A currency; null when absent or refused.</summary>
    public Currency? CurrencyCode(string field)
    {
        if (Scalar(field, ScalarKind.Text) is not { } text)
        {
            return null;
        }

        if (Currency.TryFromCode(text, out var currency))
        {
            return currency;
        }

        var capital = text.ToUpperInvariant();
        Refuse(field, Currency.TryFromCode(capital, out _)
            ? $"'{Shortened(text)}' is not a currency code; write it in capital letters: {capital}."
            : $"'{Shortened(text)}' is not a currency of ISO 4217; write its three capital letters, such as USD.");
        return null;
    }

    /// <summary>A unit of the catalogue; null when absent or refused.</summary>
    public BillingUnit? Unit(string field)
    {
        if (Scalar(field, ScalarKind.Text) is not { } text)
        {
            return null;
        }

        if (BillingUnit.TryFromCode(text) is { } unit)
        {
            return unit;
        }

        string[] known = [.. BillingUnit.All.Select(one => one.Code)];
        Refuse(field, $"'{Shortened(text)}' is not a unit.{NearestName.Hint(text, known)} Known: {string.Join(", ", known)}.");
        return null;
    }

    /// <summary>Stands in for a field that must be there and could not be read; reports it unless something else was reported of it.</summary>
    /// <param name="field">The field.</param>
    /// <param name="example">What it could look like, for the message.</param>
    public T Missing<T>(string field, string example)
        where T : struct
    {
        if (!Has(field))
        {
            Refuse(field, $"is missing; write for example {example}.");
        }

        return default;
    }

    /// <summary>A text cut to what a message can show.</summary>
    internal static string Shortened(string text) => text.Length <= 40 ? text : string.Concat(text.AsSpan(0, 37), "...");

    /// <summary>The field as it is written, without blanks around it; null when it is absent, empty, or of another kind, which is then reported.</summary>
    protected abstract string? Scalar(string field, ScalarKind kind);

    private bool Read(string field, string? refusal)
    {
        if (refusal is not null)
        {
            Refuse(field, refusal);
        }

        return refusal is null;
    }

    /// <summary>How a field must be written where the file tells kinds apart.</summary>
    protected enum ScalarKind
    {
        /// <summary>In quotes.</summary>
        Text = 1,

        /// <summary>Bare, or in quotes.</summary>
        Number = 2,

        /// <summary>Bare.</summary>
        YesNo = 3,
    }
}
