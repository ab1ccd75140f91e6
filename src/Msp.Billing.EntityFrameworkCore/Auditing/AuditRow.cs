namespace Msp.Billing.EntityFrameworkCore.Auditing;

/// <summary>An entry of the log at its place.</summary>
/// <param name="Sequence">Its place, from 1.</param>
/// <param name="Entry">What was done.</param>
/// <param name="IsIntact">Whether it is what was appended, after the entry that stands before it.</param>
public sealed record AuditRow(long Sequence, AuditEntry Entry, bool IsIntact);
