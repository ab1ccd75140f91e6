using System.Globalization;
using Msp.Billing.Contracts;

namespace Msp.Billing.Cli.Output;

/// <summary>How prices rise, for programs.</summary>
/// <param name="Kind">yearly, schedule, or index.</param>
/// <param name="Percent">Each year's; null for the other kinds.</param>
/// <param name="On">The month and day of a yearly step, such as <c>01-01</c>; null for the anniversary.</param>
/// <param name="NotBefore">The first day of a yearly step; null for none such.</param>
/// <param name="Steps">Those of a schedule.</param>
/// <param name="Floor">The least step by index.</param>
/// <param name="Cap">The largest step by index.</param>
/// <param name="NoticeDays">Days before a step by which the customer is told.</param>
internal sealed record UpliftJson(
    string Kind, decimal? Percent, string? On, DateOnly? NotBefore, IReadOnlyList<UpliftStepJson> Steps, decimal? Floor, decimal? Cap, int NoticeDays)
{
    /// <summary>The same for programs.</summary>
    public static UpliftJson Of(Uplift uplift)
    {
        ArgumentNullException.ThrowIfNull(uplift);
        return new UpliftJson(
            uplift.ByIndex ? "index" : uplift.Yearly is null ? "schedule" : "yearly", uplift.Yearly?.Value,
            uplift.YearlyOn?.ToString("MM-dd", CultureInfo.InvariantCulture), uplift.NotBefore,
            [.. uplift.Schedule.Select(step => new UpliftStepJson(step.Day, step.Percentage.Value))], uplift.Floor?.Value, uplift.Cap?.Value, uplift.NoticeDays);
    }

    /// <summary>The same for people.</summary>
    public string Words()
    {
        var words = Kind switch
        {
            "yearly" => $"by {Figures.Of(Percent ?? 0)} % {(On is null ? "on every anniversary" : $"every year on {On}")}{(NotBefore is { } first ? $", not before {Figures.Of(first)}" : "")}",
            "schedule" => string.Join(", ", Steps.Select(step => $"by {Figures.Of(step.Percent)} % on {Figures.Of(step.Day)}")),
            _ => $"by the published index{(Floor is { } floor ? $", at least {Figures.Of(floor)} %" : "")}{(Cap is { } cap ? $", at most {Figures.Of(cap)} %" : "")}",
        };
        return words + (NoticeDays == 0 ? "" : $", told {Figures.Of(NoticeDays)} days before");
    }
}
