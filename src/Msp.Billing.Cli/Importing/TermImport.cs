using System.Collections.Immutable;
using Msp.Billing.Amounts;
using Msp.Billing.Cli.Parsing;
using Msp.Billing.Contracts;

namespace Msp.Billing.Cli.Importing;

/// <summary>Reads how long a contract binds: columns of a CSV row, the object <c>term</c> in JSON.</summary>
internal static class TermImport
{
    private const int LongestMonths = 1_200;
    private const int LongestNotice = 3_660;

    /// <summary>The columns in CSV.</summary>
    public static string[] Columns { get; } = ["term_months", "renewal_months", "notice_days"];

    private static readonly string[] Properties = ["months", "renewal_months", "notice_days", "early_termination"];
    private static readonly string[] TerminationProperties = ["kind", "amount", "percent", "months", "percent_by_year"];
    private static readonly NumberRange Share = NumberRange.Discount with { What = "a share" };

    private static readonly Words<Kind> Kinds = new(
        "a kind of early termination",
        ("none", Kind.None),
        ("fixed", Kind.Fixed),
        ("remaining-share", Kind.RemainingShare),
        ("months-or-remainder", Kind.MonthsOrRemainder),
        ("declining", Kind.Declining));

    private enum Kind
    {
        None = 1,
        Fixed = 2,
        RemainingShare = 3,
        MonthsOrRemainder = 4,
        Declining = 5,
    }

    /// <summary>The term; evergreen with thirty days' notice where nothing is said.</summary>
    public static Term Read(SourceRecord record, Currency currency)
    {
        if (record is not JsonRecord json)
        {
            return Term(record, "term_months", EarlyTermination.None);
        }

        return json.Object("term", Properties) is { } term ? Term(term, "months", TerminationOf(term, currency)) : Contracts.Term.Evergreen;
    }

    private static Term Term(SourceRecord record, string monthsField, EarlyTermination termination)
    {
        var months = record.Whole(monthsField, 1, LongestMonths);
        var renewal = record.Whole("renewal_months", 1, LongestMonths);
        var notice = record.Whole("notice_days", 0, LongestNotice) ?? Contracts.Term.Evergreen.NoticeDays;
        if (renewal is not null && !record.Has(monthsField))
        {
            record.Refuse(monthsField, "is missing; a contract that renews has a first term, such as 12 months.");
        }

        renewal = months is null ? null : renewal;

        return new Term(months, renewal, notice) { EarlyTermination = termination };
    }

    private static EarlyTermination TerminationOf(JsonRecord term, Currency currency)
    {
        if (term.Object("early_termination", TerminationProperties) is not { } record)
        {
            return EarlyTermination.None;
        }

        switch (record.Word("kind", Kinds) ?? record.Missing<Kind>("kind", "months-or-remainder"))
        {
            case Kind.Fixed:
                var range = NumberRange.Price with { What = "an amount", Decimals = currency.Decimals };
                return new EarlyTermination.Fixed(new Money(record.Number("amount", range) ?? record.Missing<decimal>("amount", "500.00"), currency));
            case Kind.RemainingShare:
                return new EarlyTermination.RemainingShare(new Percentage(record.Number("percent", Share) ?? record.Missing<decimal>("percent", "50")));
            case Kind.MonthsOrRemainder:
                var months = record.Whole("months", 1, LongestMonths) ?? record.Missing<int>("months", "3");
                return months < 1 ? EarlyTermination.None : new EarlyTermination.MonthsOrRemainder(months);
            case Kind.Declining:
                return YearsOf(record) is { IsEmpty: false } years ? new EarlyTermination.Declining(years) : EarlyTermination.None;
            default:
                return EarlyTermination.None;
        }
    }

    private static ImmutableArray<Percentage> YearsOf(JsonRecord record)
    {
        var years = record.Numbers("percent_by_year", Share);
        if (years.IsEmpty)
        {
            record.Missing<int>("percent_by_year", "[75, 50, 25]");
        }

        return [.. years.Select(year => new Percentage(year))];
    }
}
