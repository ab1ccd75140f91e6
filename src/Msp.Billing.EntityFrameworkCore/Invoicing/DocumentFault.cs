namespace Msp.Billing.EntityFrameworkCore.Invoicing;

/// <summary>Something about a posted document that is not as it was posted.</summary>
/// <param name="Number">The document's number; for a gap, the number that is missing.</param>
/// <param name="Kind">What is wrong.</param>
/// <param name="Message">The same in words.</param>
public sealed record DocumentFault(string Number, DocumentFaultKind Kind, string Message);
