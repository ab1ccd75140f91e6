using System.Globalization;
using Msp.Billing.Amounts;
using Msp.Billing.Cli.Parsing;
using Msp.Billing.Contracts;

namespace Msp.Billing.Cli.Importing;

/// <summary>Reads how prices rise: a column of a CSV row for the yearly percentage, the object <c>uplift</c> in JSON for every kind.</summary>
internal static class UpliftImport
{
    /// <summary>The columns in CSV.</summary>
    public static string[] Columns { get; } = ["uplift_percent"];

    private static readonly string[] Properties = ["kind", "percent", "steps", "floor", "cap", "notice_days"];
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
            return record.Number("uplift_percent", NumberRange.Change) is { } yearly ? Uplift.EveryYear(yearly) : null;
        }

        if (json.Object("uplift", Properties) is not { } uplift)
        {
            return null;
        }

        var notice = uplift.Whole("notice_days", 0, 3_650) ?? 0;
        return (uplift.Word("kind", Kinds) ?? uplift.Missing<Kind>("kind", "yearly")) switch
        {
            Kind.Yearly => Yearly(uplift)?.WithNotice(notice),
            Kind.Schedule => Schedule(uplift)?.WithNotice(notice),
            Kind.Index => Index(uplift)?.WithNotice(notice),
            _ => null,
        };
    }

    private static Uplift? Yearly(JsonRecord uplift) =>
        Uplift.EveryYear(uplift.Number("percent", NumberRange.Change) ?? uplift.Missing<decimal>("percent", "3"));

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
