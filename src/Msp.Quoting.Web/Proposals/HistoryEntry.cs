namespace Msp.Quoting.Web.Proposals;

/// <summary>One line of the history that a customer sees.</summary>
/// <param name="At">When, in UTC.</param>
/// <param name="Text">What happened, in the reader's language.</param>
/// <param name="Words">What was asked, answered or given as a reason; empty for nothing.</param>
public sealed record HistoryEntry(DateTimeOffset At, string Text, string Words);
