namespace Msp.Billing.EntityFrameworkCore.Quotes;

/// <summary>A saved version of a draft.</summary>
/// <param name="Revision">The revision that it is a draft of.</param>
/// <param name="Version">From 1 in each revision; each save makes the next.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="Author">Who saved it.</param>
/// <param name="RestoredFrom">The version that it repeats; null unless one was restored.</param>
public sealed record QuoteDraftVersion(int Revision, int Version, DateTimeOffset At, string Author, int? RestoredFrom);
