using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Msp.Billing.Amounts;
using Msp.Billing.Periods;

namespace Msp.Billing.Contracts.Json;

/// <summary>What few contracts agree on: discounts on everything, an uplift, a fee for leaving early.</summary>
internal static class TermsJson
{
    /// <summary>Null when there is none of it.</summary>
    internal static string? Of(ContractTerms terms)
    {
        var plain = terms.Discounts.IsEmpty && terms.Uplift is null && terms.Term.EarlyTermination is EarlyTermination.Free;
        return plain ? null : JsonText.Write(json => Write(json, terms));
    }

    internal static (ImmutableArray<Discount> Discounts, Uplift? Uplift, EarlyTermination EarlyTermination) Read(string text) => Read(JsonText.Read(text));

    private static (ImmutableArray<Discount> Discounts, Uplift? Uplift, EarlyTermination EarlyTermination) Read(JsonElement json) =>
        (
            json.TryGetProperty("discounts", out var discounts) ? DiscountJson.Read(discounts) : [],
            json.TryGetProperty("uplift", out var uplift) ? ReadUplift(uplift) : null,
            json.TryGetProperty("earlyTermination", out var fee) ? ReadFee(fee) : EarlyTermination.None);

    /// <summary>Terms as one object, lines and all: where they stand on their own, as in a quote.</summary>
    internal static void WriteWhole(Utf8JsonWriter json, string name, ContractTerms terms)
    {
        json.WriteStartObject(name);
        json.WriteString("currency", terms.Currency.Code);
        json.WriteUnlessNull("start", terms.Start);
        json.WriteUnlessNull("end", terms.End);
        json.WriteUnlessNull("anchor", terms.Anchor.FirstDay);
        json.WriteNumber("anchorDay", terms.Anchor.DayOfMonth);
        json.WriteUnlessNull("billedElsewhereUntil", terms.BilledElsewhereUntil);
        json.WriteUnlessNull("termMonths", terms.Term.Months);
        json.WriteUnlessNull("renewalMonths", terms.Term.RenewalMonths);
        json.WriteNumber("noticeDays", terms.Term.NoticeDays);
        json.WriteNumber("paymentDays", terms.PaymentDays);
        json.WriteNumber("rounding", (int)terms.Rounding);
        json.WriteBoolean("pricesIncludeTax", terms.PricesIncludeTax);
        json.WriteStartArray("lines");
        foreach (var line in terms.Lines)
        {
            LineJson.Write(json, line);
        }

        json.WriteEndArray();
        json.WritePropertyName("more");
        Write(json, terms);
        json.WriteEndObject();
    }

    /// <summary>Reads what <see cref="WriteWhole"/> wrote.</summary>
    internal static ContractTerms ReadWhole(JsonElement json)
    {
        var currency = Currency.FromCode(json.TextOf("currency"));
        var start = json.DayOrNull("start") ?? throw new JsonException("'start' is missing.");
        var lines = json.GetProperty("lines").EnumerateArray().Select(line => LineJson.Read(line, currency)).ToArray();
        var (discounts, uplift, fee) = Read(json.GetProperty("more"));
        return new ContractTerms(currency, start, lines)
        {
            End = json.DayOrNull("end"),
            Anchor = BillingAnchor.OnDay(json.IntegerOf("anchorDay"), json.DayOrNull("anchor") ?? start),
            BilledElsewhereUntil = json.DayOrNull("billedElsewhereUntil"),
            Term = new Term(json.IntegerOrNull("termMonths"), json.IntegerOrNull("renewalMonths"), json.IntegerOf("noticeDays")) { EarlyTermination = fee },
            PaymentDays = json.IntegerOf("paymentDays"),
            Rounding = (RoundingMode)json.IntegerOf("rounding"),
            PricesIncludeTax = json.GetProperty("pricesIncludeTax").GetBoolean(),
            Discounts = discounts,
            Uplift = uplift,
        };
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
                json.WriteExact("percent", step.Percentage.Value);
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
                json.WriteExact("remainingPercent", share.Percent.Value);
                break;
            case EarlyTermination.MonthsOrRemainder months:
                json.WriteNumber("months", months.Months);
                break;
            case EarlyTermination.Declining declining:
                json.WriteStartArray("percentByYear");
                foreach (var percent in declining.PercentByYear)
                {
                    json.WriteNumberValue(JsonText.Plain(percent.Value));
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
