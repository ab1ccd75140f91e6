using System.Collections.Immutable;

namespace Msp.Billing.Runs;

/// <summary>What the run before posted for a contract.</summary>
/// <param name="KnownAt">As of when it knew the contract.</param>
/// <param name="TotalMinorUnits">Its document's total with tax; zero when it had none.</param>
/// <param name="Lines">Its lines.</param>
public sealed record PreviousBilling(DateTimeOffset KnownAt, long TotalMinorUnits, ImmutableArray<PreviousLine> Lines)
{
    /// <summary>Nothing was billed.</summary>
    public static PreviousBilling Nothing { get; } = new(DateTimeOffset.MinValue, 0, []);
}
