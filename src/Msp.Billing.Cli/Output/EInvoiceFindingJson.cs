using Msp.Billing.Documents.EInvoicing;

namespace Msp.Billing.Cli.Output;

/// <summary>A rule of electronic invoices that a document does not meet.</summary>
/// <param name="Rule">The official id.</param>
/// <param name="Message">What is wrong and what would be right.</param>
internal sealed record EInvoiceFindingJson(string Rule, string Message)
{
    /// <summary>The same for programs.</summary>
    public static EInvoiceFindingJson Of(EInvoiceFinding finding) => new(finding.Rule, finding.Message);
}
