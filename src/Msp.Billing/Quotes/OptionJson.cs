using System.Text.Json;
using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Contracts.Json;
using Msp.Billing.Plans;

namespace Msp.Billing.Quotes;

/// <summary>An option in canonical bytes: its terms, what its plan promises, and how its onboarding fee came to be.</summary>
internal static class OptionJson
{
    internal static void Write(Utf8JsonWriter json, QuoteOption option)
    {
        json.WriteStartObject();
        json.WriteString("code", option.Code);
        json.WriteString("name", option.Name);
        TermsJson.WriteWhole(json, "terms", option.Terms);
        if (option.Plan is { } plan)
        {
            WritePlan(json, plan);
        }

        if (option.Onboarding is { } onboarding)
        {
            WriteOnboarding(json, onboarding);
        }

        json.WriteEndObject();
    }

    internal static QuoteOption Read(JsonElement json, Currency currency) => new(json.TextOf("code"), json.TextOf("name"), TermsJson.ReadWhole(json.GetProperty("terms")))
    {
        Plan = json.TryGetProperty("plan", out var plan) ? ReadPlan(plan) : null,
        Onboarding = json.TryGetProperty("onboarding", out var onboarding) ? ReadOnboarding(onboarding, currency) : null,
    };

    internal static string Text(JsonElement json) => json.GetString() ?? throw new JsonException("A text is missing.");

    private static void WritePlan(Utf8JsonWriter json, OfferedPlan plan)
    {
        json.WriteStartObject("plan");
        json.WriteString("code", plan.Code);
        json.WriteString("name", plan.Name);
        json.WriteUnlessNull("tier", (int?)plan.Tier);
        json.WriteStartArray("lines");
        foreach (var line in plan.Lines)
        {
            json.WriteNumberValue((int)line);
        }

        json.WriteEndArray();
        CanonicalQuote.WriteUnlessEmpty(json, "description", plan.Description);
        CanonicalQuote.WriteUnlessEmpty(json, "exclusions", plan.Exclusions);
        WriteLevel(json, plan.Level);
        json.WriteEndObject();
    }

    private static OfferedPlan ReadPlan(JsonElement json) => new(
        json.TextOf("code"), json.TextOf("name"), ReadLevel(json.GetProperty("level")), json.GetProperty("lines").EnumerateArray().Select(line => (ServiceLine)line.GetInt32()))
    {
        Tier = (PricingTier?)json.IntegerOrNull("tier"),
        Description = json.TextOrNull("description") ?? "",
        Exclusions = json.TextOrNull("exclusions") ?? "",
    };

    private static void WriteLevel(Utf8JsonWriter json, ServiceLevel level)
    {
        json.WriteStartObject("level");
        json.WriteString("name", level.Name);
        json.WriteStartArray("responseMinutes");
        foreach (var severity in (ReadOnlySpan<Severity>)[Severity.Critical, Severity.High, Severity.Normal, Severity.Low])
        {
            json.WriteNumberValue(level.Responses.For(severity).Ticks / TimeSpan.TicksPerMinute);
        }

        json.WriteEndArray();
        json.WriteNumber("cover", (int)level.Cover);
        json.WriteString("onboarding", level.Onboarding);
        json.WriteString("incidents", level.IncidentHandling);
        json.WriteUnlessNull("months", level.Commitment.Months);
        json.WriteUnlessNull("renewalMonths", level.Commitment.RenewalMonths);
        json.WriteNumber("noticeDays", level.Commitment.NoticeDays);
        json.WriteString("termination", level.Commitment.Termination);
        json.WriteEndObject();
    }

    private static ServiceLevel ReadLevel(JsonElement json)
    {
        var minutes = json.GetProperty("responseMinutes");
        return new ServiceLevel(
            json.TextOf("name"), ResponseTimes.InMinutes(minutes[0].GetInt32(), minutes[1].GetInt32(), minutes[2].GetInt32(), minutes[3].GetInt32()),
            (CoverHours)json.IntegerOf("cover"), json.TextOf("onboarding"), json.TextOf("incidents"),
            new Commitment(json.IntegerOrNull("months"), json.IntegerOrNull("renewalMonths"), json.IntegerOf("noticeDays"), json.TextOf("termination")));
    }

    private static void WriteOnboarding(Utf8JsonWriter json, Onboarding onboarding)
    {
        json.WriteStartObject("onboarding");
        json.WriteString("name", onboarding.Name);
        json.WriteNumber("fee", onboarding.Fee.MinorUnits);
        json.WriteNumber("taxCategory", (int)onboarding.TaxCategory);
        CanonicalQuote.WriteUnlessEmpty(json, "account", onboarding.LedgerAccount);
        json.WriteUnlessNull("least", onboarding.Least?.MinorUnits);
        json.WriteUnlessNull("most", onboarding.Most?.MinorUnits);
        CanonicalQuote.WriteList(json, "steps", onboarding.Steps, WriteStep);
        json.WriteEndObject();
    }

    private static Onboarding ReadOnboarding(JsonElement json, Currency currency) => new(
        json.TextOf("name"), Money.FromMinorUnits(json.GetProperty("fee").GetInt64(), currency), [.. CanonicalQuote.ListOf(json, "steps", step => ReadStep(step, currency))],
        MoneyOrNull(json, "least", currency), MoneyOrNull(json, "most", currency))
    {
        TaxCategory = (TaxCategory)json.IntegerOf("taxCategory"),
        LedgerAccount = json.TextOrNull("account") ?? "",
    };

    private static void WriteStep(Utf8JsonWriter json, OnboardingStep step)
    {
        json.WriteStartObject();
        json.WriteString("name", step.Name);
        json.WriteNumber("basis", (int)step.Basis);
        json.WriteExact("count", step.Count);
        json.WriteExact("rate", step.Rate);
        json.WriteNumber("monthly", step.Monthly.MinorUnits);
        json.WriteNumber("amount", step.Amount.MinorUnits);
        json.WriteEndObject();
    }

    private static OnboardingStep ReadStep(JsonElement json, Currency currency) => new(
        json.TextOf("name"), (OnboardingBasis)json.IntegerOf("basis"), json.DecimalOf("count"), json.DecimalOf("rate"),
        Money.FromMinorUnits(json.GetProperty("monthly").GetInt64(), currency), Money.FromMinorUnits(json.GetProperty("amount").GetInt64(), currency));

    private static Money? MoneyOrNull(JsonElement json, string name, Currency currency) =>
        json.TryGetProperty(name, out var units) ? Money.FromMinorUnits(units.GetInt64(), currency) : null;
}
