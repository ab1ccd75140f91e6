namespace Msp.Billing.Quotes;

/// <summary>Why a draft cannot be priced or sent.</summary>
/// <param name="Field">Which field, as a form names it: <c>Title</c>, <c>Items[2].Quantity</c>; empty for the draft as a whole.</param>
/// <param name="Message">What is wrong and what would be right, in English and no culture.</param>
public sealed record DraftProblem(string Field, string Message);
