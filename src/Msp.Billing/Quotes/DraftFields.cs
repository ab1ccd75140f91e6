using System.Globalization;
using Msp.Billing.Amounts;

namespace Msp.Billing.Quotes;

/// <summary>Reads the fields of a draft and notes what is wrong with each, in the words of the form.</summary>
internal sealed class DraftFields(char decimalSeparator)
{
    private readonly List<DraftProblem> _problems = [];

    internal IReadOnlyList<DraftProblem> Problems => _problems;

    internal void Refuse(string field, string message) => _problems.Add(new DraftProblem(field, message));

    internal string Text(string field, string text, string name)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            Refuse(field, $"{name} is missing.");
        }

        return text.Trim();
    }

    internal DateOnly? Day(string field, string text, string name, bool isRequired)
    {
        if (DateOnly.TryParseExact(text.Trim(), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        if (isRequired || !string.IsNullOrWhiteSpace(text))
        {
            Refuse(field, string.IsNullOrWhiteSpace(text) ? $"{name} is missing; enter a day, such as 2027-01-31." : $"{name} must be a day, such as 2027-01-31; '{text.Trim()}' is none.");
        }

        return null;
    }

    internal decimal? Number(string field, string text, string name, decimal least, decimal most, bool isRequired)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            if (isRequired)
            {
                Refuse(field, string.Create(CultureInfo.InvariantCulture, $"{name} is missing; enter a number from {least:#,0.######} to {most:#,0.######}."));
            }

            return null;
        }

        if (EnteredNumber.TryParse(text, decimalSeparator, out var number) && number >= least && number <= most && number % 0.000001m == 0)
        {
            return number;
        }

        Refuse(field, string.Create(CultureInfo.InvariantCulture, $"{name} must be a number from {least:#,0.######} to {most:#,0.######}; '{text.Trim()}' is not."));
        return null;
    }

    internal int? Whole(string field, string text, string name, int least, int most)
    {
        if (Number(field, text, name, least, most, isRequired: false) is not { } number)
        {
            return null;
        }

        if (number == decimal.Truncate(number))
        {
            return decimal.ToInt32(number);
        }

        Refuse(field, $"{name} must be a whole number; '{text.Trim()}' is not.");
        return null;
    }

    internal Money? Money(string field, string text, string name, Currency currency)
    {
        if (Number(field, text, name, 0m, UnitPrice.MaxAmount, isRequired: false) is not { } amount)
        {
            return null;
        }

        if (amount % currency.MinorUnit == 0)
        {
            return new Money(amount, currency);
        }

        Refuse(field, string.Create(CultureInfo.InvariantCulture, $"{name} has more decimals than {currency.Code} has; the smallest amount is {currency.MinorUnit}."));
        return null;
    }

    /// <summary>Makes a part, or notes under its field why it cannot be made.</summary>
    internal T? Make<T>(string field, Func<T> make)
        where T : class
    {
        try
        {
            return make();
        }
        catch (ArgumentException exception)
        {
            Refuse(field, WithoutParameter(exception));
        }
        catch (InvalidOperationException exception)
        {
            Refuse(field, exception.Message);
        }
        catch (OverflowException)
        {
            Refuse(field, "An amount is beyond what can be computed; lower a price or a quantity.");
        }

        return null;
    }

    // Exceptions of arguments append the parameter's name, which means nothing to the reader of a form.
    private static string WithoutParameter(ArgumentException exception)
    {
        var at = exception.ParamName is null ? -1 : exception.Message.IndexOf(" (Parameter '", StringComparison.Ordinal);
        return at < 0 ? exception.Message : exception.Message[..at];
    }
}
