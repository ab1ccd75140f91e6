namespace Msp.Billing.EntityFrameworkCore.Insights;

/// <summary>What figures were computed from. Where it is what the store holds now, computing them again would give the same.</summary>
/// <param name="Contracts">How many contracts there were.</param>
/// <param name="Records">How many amendments and counts there were.</param>
/// <param name="LastDocument">The number in storage of the last document; zero for none.</param>
/// <param name="LastRecorded">When anything was last recorded: a contract, an amendment or a count.</param>
public readonly record struct InsightBasis(long Contracts, long Records, long LastDocument, DateTimeOffset LastRecorded);
