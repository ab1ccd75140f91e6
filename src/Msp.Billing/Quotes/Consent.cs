namespace Msp.Billing.Quotes;

/// <summary>The declaration as the signer saw it.</summary>
/// <param name="Text">The words on the page, in the language of the page.</param>
/// <param name="Language">The language of the words, such as <c>de-DE</c>; empty for the seller's own words, which are shown as they were written.</param>
public sealed record Consent(string Text, string Language);
