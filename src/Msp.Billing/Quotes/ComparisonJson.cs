using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Msp.Billing.Amounts;
using Msp.Billing.BreakFix;
using Msp.Billing.Contracts.Json;

namespace Msp.Billing.Quotes;

/// <summary>The comparison in canonical bytes: on what it rests and what was shown. Amounts are in minor units; numbers that are the same for every option stand once.</summary>
internal static class ComparisonJson
{
    // The statistic of every amount that is not a percentile; the model has no other.
    private const string Statistic = "mean";

    internal static void Write(Utf8JsonWriter json, string name, QuoteComparison comparison)
    {
        json.WriteStartObject(name);
        json.WriteNumber("model", comparison.ModelVersion);
        json.WriteString("modelDate", comparison.ModelDate.ToString("O", CultureInfo.InvariantCulture));
        json.WriteString("statistic", Statistic);
        json.WriteNumber("figures", SignificantFigures.Shown);
        var common = Common(comparison);
        WriteInputs(json, common);
        CanonicalQuote.WriteList(json, "options", comparison.Options, (writer, option) => Write(writer, option, common));
        json.WriteEndObject();
    }

    internal static QuoteComparison Read(JsonElement json, Currency currency)
    {
        if (json.TextOf("statistic") != Statistic || json.IntegerOf("figures") != SignificantFigures.Shown)
        {
            throw new JsonException("The comparison was shown with another statistic or other figures than this program knows.");
        }

        var common = ReadInputs(json);
        return new QuoteComparison(
            json.IntegerOf("model"), json.DayOrNull("modelDate") ?? throw new JsonException("'modelDate' is missing."),
            [.. json.GetProperty("options").EnumerateArray().Select(option => ReadOption(option, common, currency))]);
    }

    private static ImmutableArray<ComparedInput> Common(QuoteComparison comparison) =>
        [.. comparison.Options[0].Inputs.Where(input => comparison.Options.All(option => option.Inputs.Contains(input)))];

    private static void Write(Utf8JsonWriter json, ComparedOption option, ImmutableArray<ComparedInput> common)
    {
        json.WriteStartObject();
        json.WriteString("option", option.Option);
        json.WriteNumber("months", option.Months);
        WriteInputs(json, [.. option.Inputs.Where(input => !common.Contains(input))]);
        json.WriteNumber("atStart", option.AtStart.MinorUnits);
        json.WriteNumber("perYear", option.PerYear.MinorUnits);
        json.WriteStartArray("points");
        foreach (var point in option.Points)
        {
            json.WriteStartArray();
            json.WriteNumberValue(point.Month);
            foreach (var amount in (ReadOnlySpan<Money>)[point.P10, point.P25, point.Mean, point.P75, point.P90])
            {
                json.WriteNumberValue(amount.MinorUnits);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteNumber("verdict", (int)option.Verdict);
        json.WriteNumber("breakFixCheaperIn", option.BreakFixCheaperIn);
        json.WriteNumber("breakFixCheaperInCash", option.BreakFixCheaperInCash);
        json.WriteNumber("saving", option.Saving.MinorUnits);
        json.WriteEndObject();
    }

    private static ComparedOption ReadOption(JsonElement json, ImmutableArray<ComparedInput> common, Currency currency)
    {
        Money AmountOf(string name) => Money.FromMinorUnits(json.GetProperty(name).GetInt64(), currency);
        var points = json.GetProperty("points").EnumerateArray().Select(point => ReadPoint(point, currency)).ToImmutableArray();
        return points.Length < 2 ? throw new JsonException("A comparison has the first day and the last month at least.") : new ComparedOption
        {
            Option = json.TextOf("option"),
            Months = json.IntegerOf("months"),
            Inputs = [.. common.Concat(ReadInputs(json)).OrderBy(input => input.Input)],
            AtStart = AmountOf("atStart"),
            PerYear = AmountOf("perYear"),
            Points = points,
            Verdict = (Verdict)json.IntegerOf("verdict"),
            BreakFixCheaperIn = json.IntegerOf("breakFixCheaperIn"),
            BreakFixCheaperInCash = json.IntegerOf("breakFixCheaperInCash"),
            Saving = AmountOf("saving"),
        };
    }

    private static ComparedPoint ReadPoint(JsonElement json, Currency currency)
    {
        Money At(int place) => Money.FromMinorUnits(json[place].GetInt64(), currency);
        return new ComparedPoint(json[0].GetInt32(), At(1), At(2), At(3), At(4), At(5));
    }

    private static void WriteInputs(Utf8JsonWriter json, ImmutableArray<ComparedInput> inputs)
    {
        json.WriteStartArray("inputs");
        foreach (var input in inputs)
        {
            json.WriteStartArray();
            json.WriteNumberValue((int)input.Input);
            WriteNumber(json, input.Value);
            WriteNumber(json, input.Low);
            WriteNumber(json, input.High);
            json.WriteNumberValue((int)input.Status);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static ImmutableArray<ComparedInput> ReadInputs(JsonElement json) =>
    [
        .. json.GetProperty("inputs").EnumerateArray().Select(input => new ComparedInput(
            (ComparisonInput)input[0].GetInt32(), ReadNumber(input[1]), ReadNumber(input[2]), ReadNumber(input[3]), (InputStatus)input[4].GetInt32())),
    ];

    // JSON has no infinite number: what has no limit is null.
    private static void WriteNumber(Utf8JsonWriter json, double number)
    {
        if (double.IsPositiveInfinity(number))
        {
            json.WriteNullValue();
        }
        else
        {
            json.WriteNumberValue(number);
        }
    }

    private static double ReadNumber(JsonElement json) => json.ValueKind == JsonValueKind.Null ? double.PositiveInfinity : json.GetDouble();
}
