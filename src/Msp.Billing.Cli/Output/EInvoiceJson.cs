namespace Msp.Billing.Cli.Output;

/// <summary>What became of one document's electronic invoice.</summary>
/// <param name="Number">The document's number.</param>
/// <param name="Format">ubl or cii.</param>
/// <param name="File">Where it was written; null when it was not.</param>
/// <param name="Findings">What keeps it from being sent; empty when nothing does.</param>
internal sealed record EInvoiceJson(string Number, string Format, string? File, IReadOnlyList<EInvoiceFindingJson> Findings);
