using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Msp.Billing.Amounts;
using Msp.Billing.Contracts;

namespace Msp.Billing.EntityFrameworkCore.Json;

/// <summary>What few contracts agree on: discounts on everything, an uplift, a fee for leaving early.</summary>
internal static class TermsJson
{
    /// <summary>Null when there is none of it.</summary>
    internal static string? Of(ContractTerms terms)
    {
        var plain = terms.Discounts.IsEmpty && terms.Uplift is null && terms.Term.EarlyTermination is EarlyTermination.Free;
        return plain ? null : JsonText.Write(json => Write(json, terms));
    }

    internal static (ImmutableArray<Discount> Discounts, Uplift? Uplift, EarlyTermination EarlyTermination) Read(string text)
    {
        var json = JsonText.Read(text);
        return (
            json.TryGetProperty("discounts", out var discounts) ? DiscountJson.Read(discounts) : [],
            json.TryGetProperty("uplift", out var uplift) ? ReadUplift(uplift) : null,
            json.TryGetProperty("earlyTermination", out var fee) ? ReadFee(fee) : EarlyTermination.None);
    }

    private static void Write(Utf8JsonWriter json, ContractTerms terms)
    {
        json.WriteStartObject();
        if (!terms.Discounts.IsEmpty)
        {
            json.WritePropertyName("discounts");
            DiscountJson.Write(json, terms.Discounts);
        }

        if (terms.Uplift is { } uplift)
        {
            WriteUplift(json, uplift);
        }

        if (terms.Term.EarlyTermination is not EarlyTermination.Free)
        {
            WriteFee(json, terms.Term.EarlyTermination);
        }

        json.WriteEndObject();
    }

    private static void WriteUplift(Utf8JsonWriter json, Uplift uplift)
    {
        json.WriteStartObject("uplift");
        json.WriteUnlessNull("yearly", uplift.Yearly?.Value);
        json.WriteUnlessNull("yearlyOn", uplift.YearlyOn);
        json.WriteUnlessNull("notBefore", uplift.NotBefore);
        if (!uplift.Schedule.IsEmpty)
        {
            json.WriteStartArray("schedule");
            foreach (var step in uplift.Schedule)
            {
                json.WriteStartObject();
                json.WriteString("day", step.Day.ToString("O", CultureInfo.InvariantCulture));
                json.WriteNumber("percent", step.Percentage.Value);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        if (uplift.ByIndex)
        {
            json.WriteBoolean("byIndex", true);
            json.WriteUnlessNull("floor", uplift.Floor?.Value);
            json.WriteUnlessNull("cap", uplift.Cap?.Value);
        }

        json.WriteUnlessZero("notice", uplift.NoticeDays);
        json.WriteEndObject();
    }

    private static Uplift ReadUplift(JsonElement json)
    {
        var uplift = json.DecimalOrNull("yearly") is { } yearly ? ReadYearly(json, yearly)
            : json.TryGetProperty("byIndex", out _) ? Uplift.ByPublishedIndex(json.DecimalOrNull("floor"), json.DecimalOrNull("cap"))
            : Uplift.OnDays(ReadSchedule(json));
        return json.IntegerOrNull("notice") is { } days ? uplift.WithNotice(days) : uplift;
    }

    private static Uplift ReadYearly(JsonElement json, decimal percent)
    {
        var uplift = json.DayOrNull("yearlyOn") is { } day ? Uplift.EveryYearOn(percent, day.Month, day.Day) : Uplift.EveryYear(percent);
        return json.DayOrNull("notBefore") is { } first ? uplift.StartingFrom(first) : uplift;
    }

    private static UpliftStep[] ReadSchedule(JsonElement json)
    {
        if (!json.TryGetProperty("schedule", out var schedule))
        {
            return [];
        }

        var steps = new UpliftStep[schedule.GetArrayLength()];
        for (var i = 0; i < steps.Length; i++)
        {
            var day = schedule[i].DayOrNull("day") ?? throw new JsonException("A step of an uplift has no day.");
            steps[i] = new UpliftStep(day, new Percentage(schedule[i].DecimalOf("percent")));
        }

        return steps;
    }

    private static void WriteFee(Utf8JsonWriter json, EarlyTermination fee)
    {
        json.WriteStartObject("earlyTermination");
        switch (fee)
        {
            case EarlyTermination.Fixed amount:
                json.WriteNumber("minorUnits", amount.Amount.MinorUnits);
                json.WriteString("currency", amount.Amount.Currency.Code);
                break;
            case EarlyTermination.RemainingShare share:
                json.WriteNumber("remainingPercent", share.Percent.Value);
                break;
            case EarlyTermination.MonthsOrRemainder months:
                json.WriteNumber("months", months.Months);
                break;
            case EarlyTermination.Declining declining:
                json.WriteStartArray("percentByYear");
                foreach (var percent in declining.PercentByYear)
                {
                    json.WriteNumberValue(percent.Value);
                }

                json.WriteEndArray();
                break;
            default:
                throw new InvalidOperationException($"Unknown fee for leaving early: {fee.GetType().Name}.");
        }

        json.WriteEndObject();
    }

    private static EarlyTermination ReadFee(JsonElement json)
    {
        if (json.TryGetProperty("minorUnits", out var units))
        {
            return new EarlyTermination.Fixed(Money.FromMinorUnits(units.GetInt64(), Currency.FromCode(json.TextOf("currency"))));
        }

        if (json.DecimalOrNull("remainingPercent") is { } share)
        {
            return new EarlyTermination.RemainingShare(new Percentage(share));
        }

        return json.IntegerOrNull("months") is { } months
            ? new EarlyTermination.MonthsOrRemainder(months)
            : new EarlyTermination.Declining([.. json.GetProperty("percentByYear").EnumerateArray().Select(percent => new Percentage(percent.GetDecimal()))]);
    }
}
