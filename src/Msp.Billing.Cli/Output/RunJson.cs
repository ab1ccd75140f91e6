using Msp.Billing.EntityFrameworkCore.Runs;
using Msp.Billing.Runs;

namespace Msp.Billing.Cli.Output;

/// <summary>A run for programs. Blocked: how many contracts must be put right, checked or left out before it can be approved. Customers: zero for all.</summary>
internal sealed record RunJson(
    string Number, DateOnly Through, DateOnly IssueDay, string Status, DateTimeOffset KnownAt, string CreatedBy, string? ReviewedBy, string? ApprovedBy,
    bool ApprovedByCreator, string? PostedBy, string? Previous, IReadOnlyDictionary<string, int> Contracts, int Documents, int Posted, int Sent, int Lines, int Problems, int Blocked, int Customers,
    IReadOnlyList<RunTotalsJson> Totals, IReadOnlyList<string> Allowed)
{
    /// <summary>The same for programs.</summary>
    public static RunJson Of(RunSummary run, int blocked = 0) => new(
        run.Number, run.Through, run.IssueDay, EnumText.Name(run.Status), run.KnownAt, run.CreatedBy, run.ReviewedBy, run.ApprovedBy, run.ApprovedByCreator,
        run.PostedBy, run.PreviousNumber, run.Contracts.ToDictionary(pair => EnumText.Name(pair.Key), pair => pair.Value), run.Documents, run.Posted, run.Sent,
        run.Lines, run.Problems, blocked, run.Customers, [.. run.Totals.Select(RunTotalsJson.Of)], [.. RunLifecycle.Allowed(run.Status).Select(EnumText.Name)]);
}
