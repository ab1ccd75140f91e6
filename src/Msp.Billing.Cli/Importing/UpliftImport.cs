using System.Globalization;
using Msp.Billing.Amounts;
using Msp.Billing.Cli.Parsing;
using Msp.Billing.Contracts;

namespace Msp.Billing.Cli.Importing;

/// <summary>Reads how prices rise: a column of a CSV row for the yearly percentage, the object <c>uplift</c> in JSON for every kind.</summary>
internal static class UpliftImport
{
    /// <summary>The columns in CSV.</summary>
    public static string[] Columns { get; } = ["uplift_percent", "uplift_on"];

    /// <summary>The properties in JSON.</summary>
    public static string[] Properties { get; } = ["kind", "percent", "on", "not_before", "steps", "floor", "cap", "notice_days"];

    private static readonly string[] StepProperties = ["day", "percent"];

    private static readonly Words<Kind> Kinds = new(
        "a kind of uplift", ("yearly", Kind.Yearly), ("schedule", Kind.Schedule), ("index", Kind.Index));

    private enum Kind
    {
        Yearly = 1,
        Schedule = 2,
        Index = 3,
    }

    /// <summary>The uplift; null where none is agreed, or it is refused.</summary>
    public static Uplift? Read(SourceRecord record)
    {
        if (record is not JsonRecord json)
        {
            return FromColumns(record);
        }

        if (json.Object("uplift", Properties) is not { } uplift)
        {
            return null;
        }

        var notice = uplift.Whole("notice_days", 0, 3_650) ?? 0;
        var kind = uplift.Word("kind", Kinds) ?? uplift.Missing<Kind>("kind", "yearly");
        foreach (var field in (ReadOnlySpan<string>)["on", "not_before"])
        {
            if (kind is Kind.Schedule or Kind.Index && uplift.Has(field))
            {
                uplift.Refuse(field, "only a yearly uplift has this; leave it out.");
            }
        }

        return kind switch
        {
            Kind.Yearly => Yearly(uplift)?.WithNotice(notice),
            Kind.Schedule => Schedule(uplift)?.WithNotice(notice),
            Kind.Index => Index(uplift)?.WithNotice(notice),
            _ => null,
        };
    }

    private static Uplift? FromColumns(SourceRecord record)
    {
        var percent = record.Number("uplift_percent", NumberRange.Change);
        if (record.Has("uplift_on") && !record.Has("uplift_percent"))
        {
            record.Missing<decimal>("uplift_percent", "3");
        }

        var on = SetDay(record, "uplift_on");
        return percent is { } yearly ? OfYear(yearly, on) : null;
    }

    private static Uplift? Yearly(JsonRecord uplift)
    {
        var before = uplift.ProblemCount;
        var percent = uplift.Number("percent", NumberRange.Change) ?? uplift.Missing<decimal>("percent", "3");
        var on = SetDay(uplift, "on");
        var first = uplift.Day("not_before");
        if (uplift.ProblemCount > before)
        {
            return null;
        }

        var yearly = OfYear(percent, on);
        return first is { } day ? yearly.StartingFrom(day) : yearly;
    }

    private static Uplift OfYear(decimal percent, DateOnly? on) =>
        on is { } day ? Uplift.EveryYearOn(percent, day.Month, day.Day) : Uplift.EveryYear(percent);

    // Month and day without a year; a leap year stands behind it, so that 29 February is one.
    private static DateOnly? SetDay(SourceRecord record, string field)
    {
        if (record.Text(field) is not { } text)
        {
            return null;
        }

        if (text.Length == 5 && DateOnly.TryParseExact("2000-" + text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        record.Refuse(field, $"'{SourceRecord.Shortened(text)}' is no day of a year; write month-day, such as 01-01.");
        return null;
    }

    private static Uplift? Schedule(JsonRecord uplift)
    {
        var before = uplift.ProblemCount;
        var steps = new List<UpliftStep>();
        foreach (var step in uplift.Objects("steps", StepProperties))
        {
            var day = step.Day("day") ?? step.Missing<DateOnly>("day", "2027-01-01");
            var percent = step.Number("percent", NumberRange.Change) ?? step.Missing<decimal>("percent", "3");
            if (steps.Count > 0 && day <= steps[^1].Day && day != default)
            {
                step.Refuse("day", string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd} is not after the step before it, {steps[^1].Day:yyyy-MM-dd}."));
            }

            steps.Add(new UpliftStep(day, new Percentage(percent)));
        }

        if (steps.Count == 0 && uplift.ProblemCount == before)
        {
            uplift.Refuse("steps", "has no step; write for example [{\"day\": \"2027-01-01\", \"percent\": 3}].");
        }

        return uplift.ProblemCount == before ? Uplift.OnDays([.. steps]) : null;
    }

    private static Uplift? Index(JsonRecord uplift)
    {
        var (floor, cap) = (uplift.Number("floor", NumberRange.Change), uplift.Number("cap", NumberRange.Change));
        if (floor > cap)
        {
            uplift.Refuse("floor", string.Create(CultureInfo.InvariantCulture, $"{floor} is above the cap, {cap}."));
            return null;
        }

        return Uplift.ByPublishedIndex(floor, cap);
    }
}
