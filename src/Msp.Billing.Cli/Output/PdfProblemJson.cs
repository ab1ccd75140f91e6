namespace Msp.Billing.Cli.Output;

/// <summary>A document that could not be printed.</summary>
/// <param name="Number">The document's number.</param>
/// <param name="Message">Why, and what would help.</param>
internal sealed record PdfProblemJson(string Number, string Message);
