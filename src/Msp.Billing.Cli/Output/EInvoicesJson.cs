namespace Msp.Billing.Cli.Output;

/// <summary>What <c>msp export e-invoices</c> wrote.</summary>
/// <param name="Folder">Where.</param>
/// <param name="Written">How many files.</param>
/// <param name="Documents">Every document of those days, with its file or with what keeps it from being sent.</param>
internal sealed record EInvoicesJson(string Folder, int Written, IReadOnlyList<EInvoiceJson> Documents);
