using Msp.Billing.Amounts;
using Msp.Billing.Catalog;
using Msp.Billing.Cli.Parsing;
using Msp.Billing.Plans;

namespace Msp.Billing.Cli.Importing;

/// <summary>Reads a plan with its service level and its charges.</summary>
internal static class PlanImport
{
    /// <summary>The properties of a plan.</summary>
    public static string[] Properties { get; } = ["plan", "name", "currency", "tier", "description", "exclusions", "lines", "level", "charges"];

    private static readonly string[] LevelProperties =
        ["name", "response_minutes", "cover", "onboarding", "incident_handling", "months", "renewal_months", "notice_days", "termination"];

    private static readonly string[] ResponseProperties = ["critical", "high", "normal", "low"];
    private static readonly string[] ChargeProperties = [.. ChargeImport.Fields, "pricing"];

    /// <summary>The plan; null when a part of it is refused.</summary>
    /// <param name="record">The plan's record.</param>
    /// <param name="named">Takes the services that its charges name, with where they do: the services may follow in the file.</param>
    public static Plan? Read(JsonRecord record, List<(JsonRecord Record, string Service)> named)
    {
        var before = record.ProblemCount;
        var code = record.RequiredText("plan", "managed-standard");
        var name = record.RequiredText("name", "Managed Standard");
        var currency = record.CurrencyCode("currency") ?? record.Missing<Currency>("currency", "USD");
        var tier = record.Word("tier", Vocabulary.Tiers);
        var description = record.Text("description", SourceRecord.TextLength);
        var exclusions = record.Text("exclusions", SourceRecord.TextLength);
        var lines = LinesOf(record);
        var level = LevelOf(record);
        var charges = ChargesOf(record, currency, named);
        if (record.ProblemCount > before || level is null)
        {
            return null;
        }

        try
        {
            return new Plan(code, name, level, lines, [.. charges]) { Tier = tier, Description = description ?? "", Exclusions = exclusions ?? "" };
        }
        catch (ArgumentException exception)
        {
            record.Refuse(DomainRefusal.Sentence(exception));
            return null;
        }
    }

    private static List<ServiceLine> LinesOf(JsonRecord record)
    {
        var lines = new List<ServiceLine>();
        foreach (var (place, text) in record.Texts("lines"))
        {
            if (Vocabulary.ServiceLines.Read(text, out var line) is { } refusal)
            {
                record.Refuse(place, refusal);
            }
            else if (lines.Contains(line))
            {
                record.Refuse(place, $"'{text}' is there twice.");
            }
            else
            {
                lines.Add(line);
            }
        }

        return lines;
    }

    private static ServiceLevel? LevelOf(JsonRecord plan)
    {
        if (plan.Object("level", LevelProperties) is not { } record)
        {
            plan.Missing<int>("level", "{\"name\": \"Business hours\", \"response_minutes\": {...}, ...}");
            return null;
        }

        var before = record.ProblemCount;
        var name = record.RequiredText("name", "Business hours");
        var cover = record.Word("cover", Vocabulary.Hours) ?? record.Missing<CoverHours>("cover", "business-hours");
        var onboarding = record.RequiredText("onboarding", "Two weeks: inventory, agents, hand-over", SourceRecord.TextLength);
        var incidents = record.RequiredText("incident_handling", "Isolate within the hour, report within a day", SourceRecord.TextLength);
        var termination = record.RequiredText("termination", "The remaining months, at most three", SourceRecord.TextLength);
        var responses = ResponsesOf(record);
        var (months, renewal) = (record.Whole("months", 1, 1_200), record.Whole("renewal_months", 1, 1_200));
        var notice = record.Whole("notice_days", 0, 3_660) ?? record.Missing<int>("notice_days", "30");
        if (renewal is not null && months is null)
        {
            record.Refuse("months", "is missing; what renews has a first term, such as 12 months.");
        }

        return record.ProblemCount > before || responses is null
            ? null
            : new ServiceLevel(name, responses, cover, onboarding, incidents, new Commitment(months, renewal, notice, termination));
    }

    private static ResponseTimes? ResponsesOf(JsonRecord level)
    {
        if (level.Object("response_minutes", ResponseProperties) is not { } record)
        {
            level.Missing<int>("response_minutes", "{\"critical\": 15, \"high\": 60, \"normal\": 240, \"low\": 1440}");
            return null;
        }

        var before = record.ProblemCount;
        Span<int> minutes = stackalloc int[ResponseProperties.Length];
        for (var i = 0; i < minutes.Length; i++)
        {
            minutes[i] = record.Whole(ResponseProperties[i], 1, 525_600) ?? record.Missing<int>(ResponseProperties[i], "60");
            if (i > 0 && minutes[i] < minutes[i - 1] && record.ProblemCount == before)
            {
                record.Refuse(ResponseProperties[i], FormattableString.Invariant(
                    $"{minutes[i]} minutes are fewer than the {minutes[i - 1]} of {ResponseProperties[i - 1]}; a graver fault never waits longer."));
            }
        }

        return record.ProblemCount > before ? null : ResponseTimes.InMinutes(minutes[0], minutes[1], minutes[2], minutes[3]);
    }

    private static List<Charge> ChargesOf(JsonRecord plan, Currency currency, List<(JsonRecord Record, string Service)> named)
    {
        var charges = new List<Charge>();
        foreach (var record in plan.Objects("charges", ChargeProperties))
        {
            if (ChargeImport.Read(record, currency) is not { } charge)
            {
                continue;
            }

            charges.Add(charge);
            if (charge.Service is { } service)
            {
                named.Add((record, service));
            }
        }

        return charges;
    }
}
