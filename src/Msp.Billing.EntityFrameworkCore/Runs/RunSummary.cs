using System.Collections.Immutable;
using Msp.Billing.Runs;

namespace Msp.Billing.EntityFrameworkCore.Runs;

/// <summary>A run as it stands.</summary>
public sealed record RunSummary
{
    /// <summary>Its number for the seller, such as <c>RUN-0001</c>.</summary>
    public required string Number { get; init; }

    /// <summary>The last due day, inclusive.</summary>
    public required DateOnly Through { get; init; }

    /// <summary>The day on its documents.</summary>
    public required DateOnly IssueDay { get; init; }

    /// <summary>Where it is.</summary>
    public required RunStatus Status { get; init; }

    /// <summary>What was recorded later is not in it.</summary>
    public required DateTimeOffset KnownAt { get; init; }

    /// <summary>Who made the preview.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>Who looked at it; null until somebody did.</summary>
    public string? ReviewedBy { get; init; }

    /// <summary>Who released it; null until somebody did.</summary>
    public string? ApprovedBy { get; init; }

    /// <summary>Who finished posting it; null until then.</summary>
    public string? PostedBy { get; init; }

    /// <summary>Whether the one who made it approved it, as a seller of one person may.</summary>
    public bool ApprovedByCreator { get; init; }

    /// <summary>The number of the run it is compared with; null for the first.</summary>
    public string? PreviousNumber { get; init; }

    /// <summary>How many contracts have each outcome.</summary>
    public required ImmutableSortedDictionary<RunOutcome, int> Contracts { get; init; }

    /// <summary>What it bills, by currency.</summary>
    public required ImmutableArray<RunTotals> Totals { get; init; }

    /// <summary>How many lines its documents have.</summary>
    public required int Lines { get; init; }

    /// <summary>How many problems and warnings it lists.</summary>
    public required int Problems { get; init; }

    /// <summary>How many of its documents are issued.</summary>
    public required int Posted { get; init; }

    /// <summary>Rises with every move and decision: what was shown at another value is not what stands.</summary>
    public required long Version { get; init; }

    /// <summary>How many customers it is for; zero for all.</summary>
    public int Customers { get; init; }

    /// <summary>How many of its documents were sent to their customers.</summary>
    public int Sent { get; init; }

    /// <summary>How many documents it has.</summary>
    public int Documents => Totals.Sum(total => total.Invoices + total.CreditNotes);
}
