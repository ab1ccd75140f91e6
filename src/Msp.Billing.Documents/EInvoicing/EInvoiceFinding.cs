namespace Msp.Billing.Documents.EInvoicing;

/// <summary>A rule of electronic invoices that a document does not meet.</summary>
/// <param name="Rule">
/// The official id: <c>BR-…</c> of EN 16931, <c>PEPPOL-EN16931-…</c> of Peppol BIS Billing 3.0, or <c>MSP-…</c> for a rule of ours.
/// </param>
/// <param name="Message">What is wrong with which value, and what would be right.</param>
public sealed record EInvoiceFinding(string Rule, string Message);
