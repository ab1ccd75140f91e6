using System.Globalization;
using System.Text.Json;
using Msp.Billing.Amounts;
using Msp.Billing.Cli.Importing;
using Msp.Billing.Contracts;
using Msp.Billing.Periods;

namespace Msp.Billing.Cli.Exporting;

/// <summary>Writes contracts as the import files have them, with their whole history.</summary>
internal static class ContractJson
{
    /// <summary>Writes a contract as an object.</summary>
    public static void Write(Utf8JsonWriter json, Contract contract)
    {
        json.WriteStartObject();
        json.WriteString("contract", contract.Number);
        json.WriteString("customer", contract.Customer);
        json.WriteWord("status", Vocabulary.Statuses, contract.InitialStatus, ContractStatus.Scheduled);
        json.WriteUnlessEmpty("plan", contract.Plan);
        json.WriteUnlessEmpty("predecessor", contract.Predecessor);
        json.WriteInstant("recorded_at", contract.RecordedAt);
        WriteTerms(json, contract.Terms);
        json.WriteListUnlessEmpty("amendments", contract.Amendments, AmendmentJson.Write);
        json.WriteEndObject();
    }

    /// <summary>Writes a line as an object.</summary>
    public static void WriteLine(Utf8JsonWriter json, ContractLine line)
    {
        json.WriteStartObject();
        json.WriteNumber("line", line.Id);
        ChargeJson.WriteProperties(json, line.Charge);
        json.WriteExact("quantity", line.Quantity);
        json.WriteUnlessZero("committed", line.CommittedQuantity);
        json.WriteUnlessEmpty("site", line.Site);
        json.WriteIfAny("line_start", line.Start);
        json.WriteIfAny("line_end", line.End);
        if (line.NeverUplifted)
        {
            json.WriteBoolean("never_uplifted", true);
        }

        json.WriteListUnlessEmpty("discounts", line.Discounts, WriteDiscount);
        json.WriteEndObject();
    }

    /// <summary>Writes a discount as an object.</summary>
    public static void WriteDiscount(Utf8JsonWriter json, Discount discount)
    {
        json.WriteStartObject();
        json.WriteNumber("discount", discount.Id);
        json.WriteString("name", discount.Name);
        if (discount.Percent is { } percent)
        {
            json.WriteExact("percent", percent.Value);
        }

        if (discount.Amount is { } amount)
        {
            json.WriteExact("amount", amount.Amount);
        }

        json.WriteIfAny("from", discount.From);
        json.WriteIfAny("until", discount.Until);
        json.WriteIfAny("first_periods", discount.FirstPeriods);
        if (discount.Cadence != Cadence.Monthly)
        {
            json.WriteString("cadence", discount.Cadence.ToString());
        }

        json.WriteEndObject();
    }

    private static void WriteTerms(Utf8JsonWriter json, ContractTerms terms)
    {
        json.WriteString("currency", terms.Currency.Code);
        json.WriteDay("start", terms.Start);
        json.WriteIfAny("end", terms.End);
        if (terms.Anchor != BillingAnchor.OnStart(terms.Start))
        {
            json.WriteNumber("billing_day", terms.Anchor.DayOfMonth);
            json.WriteIfAny("billing_month", terms.Anchor.FirstDay.Month == terms.Start.Month ? null : terms.Anchor.FirstDay.Month);
        }

        json.WriteIfAny("billed_elsewhere_until", terms.BilledElsewhereUntil);
        json.WriteNumber("payment_days", terms.PaymentDays);
        json.WriteWord("rounding", Vocabulary.Roundings, terms.Rounding, RoundingMode.HalfAwayFromZero);
        if (terms.PricesIncludeTax)
        {
            json.WriteBoolean("prices_include_tax", true);
        }

        WriteTerm(json, terms.Term);
        if (terms.Uplift is { } uplift)
        {
            WriteUplift(json, uplift);
        }

        json.WriteListUnlessEmpty("discounts", terms.Discounts, WriteDiscount);
        json.WriteListUnlessEmpty("lines", terms.Lines, WriteLine);
    }

    private static void WriteTerm(Utf8JsonWriter json, Term term)
    {
        if (term == Term.Evergreen)
        {
            return;
        }

        json.WriteStartObject("term");
        json.WriteIfAny("months", term.Months);
        json.WriteIfAny("renewal_months", term.RenewalMonths);
        json.WriteNumber("notice_days", term.NoticeDays);
        if (term.EarlyTermination is not EarlyTermination.Free)
        {
            json.WriteStartObject("early_termination");
            WriteFee(json, term.EarlyTermination);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteFee(Utf8JsonWriter json, EarlyTermination fee)
    {
        switch (fee)
        {
            case EarlyTermination.Fixed known:
                json.WriteString("kind", "fixed");
                json.WriteExact("amount", known.Amount.Amount);
                break;
            case EarlyTermination.RemainingShare share:
                json.WriteString("kind", "remaining-share");
                json.WriteExact("percent", share.Percent.Value);
                break;
            case EarlyTermination.MonthsOrRemainder months:
                json.WriteString("kind", "months-or-remainder");
                json.WriteNumber("months", months.Months);
                break;
            case EarlyTermination.Declining declining:
                json.WriteString("kind", "declining");
                json.WriteStartArray("percent_by_year");
                foreach (var percent in declining.PercentByYear)
                {
                    json.WriteNumberValue(percent.Value);
                }

                json.WriteEndArray();
                break;
            default:
                throw new InvalidOperationException($"No such early termination: {fee}.");
        }
    }

    private static void WriteUplift(Utf8JsonWriter json, Uplift uplift)
    {
        json.WriteStartObject("uplift");
        if (uplift.Yearly is { } yearly)
        {
            json.WriteString("kind", "yearly");
            json.WriteExact("percent", yearly.Value);
            json.WriteUnlessEmpty("on", uplift.YearlyOn?.ToString("MM-dd", CultureInfo.InvariantCulture));
            json.WriteIfAny("not_before", uplift.NotBefore);
        }
        else if (uplift.ByIndex)
        {
            json.WriteString("kind", "index");
            WritePercentage(json, "floor", uplift.Floor);
            WritePercentage(json, "cap", uplift.Cap);
        }
        else
        {
            json.WriteString("kind", "schedule");
            json.WriteListUnlessEmpty("steps", uplift.Schedule, WriteStep);
        }

        json.WriteUnlessZero("notice_days", uplift.NoticeDays);
        json.WriteEndObject();
    }

    private static void WriteStep(Utf8JsonWriter json, UpliftStep step)
    {
        json.WriteStartObject();
        json.WriteDay("day", step.Day);
        json.WriteExact("percent", step.Percentage.Value);
        json.WriteEndObject();
    }

    private static void WritePercentage(Utf8JsonWriter json, string name, Percentage? percentage)
    {
        if (percentage is { } known)
        {
            json.WriteExact(name, known.Value);
        }
    }
}
