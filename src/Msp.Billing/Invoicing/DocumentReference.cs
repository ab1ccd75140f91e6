namespace Msp.Billing.Invoicing;

/// <summary>Another document that one refers to.</summary>
/// <param name="Number">Its number (EN 16931: BT-25).</param>
/// <param name="IssueDay">The day on it (BT-26).</param>
public readonly record struct DocumentReference(string Number, DateOnly IssueDay);
