using System.Collections.Immutable;

namespace Msp.Billing.EntityFrameworkCore.Runs;

/// <summary>What a run is asked to bill.</summary>
/// <param name="Through">The last due day, inclusive.</param>
public sealed record RunRequest(DateOnly Through)
{
    /// <summary>The day on the documents; the last due day when null.</summary>
    public DateOnly? IssueDay { get; init; }

    /// <summary>Names the request: asked again with the same key, however it went the first time, it finds the run that it made. Null for a request that is made once.</summary>
    public string? Key { get; init; }

    /// <summary>The numbers of the customers that a new run is for; empty for all. An open run stays for those it was begun for.</summary>
    public ImmutableArray<string> Customers { get; init; } = [];
}
