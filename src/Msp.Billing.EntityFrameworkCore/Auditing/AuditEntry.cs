namespace Msp.Billing.EntityFrameworkCore.Auditing;

/// <summary>One thing that somebody did.</summary>
/// <param name="At">When, in UTC.</param>
/// <param name="Author">Who.</param>
/// <param name="Action">What, short and stable, such as <c>run-approved</c>.</param>
/// <param name="Subject">To what, such as a run's or a document's number.</param>
/// <param name="DetailJson">Anything more, as JSON; null for nothing.</param>
public sealed record AuditEntry(DateTimeOffset At, string Author, string Action, string Subject, string? DetailJson = null);
