using System.Collections.Immutable;

namespace Msp.Billing.Documents.EInvoicing;

/// <summary>Collects what is wrong, each thing once.</summary>
internal sealed class EInvoiceFindings
{
    private readonly ImmutableArray<EInvoiceFinding>.Builder _found = ImmutableArray.CreateBuilder<EInvoiceFinding>();

    /// <summary>Notes a finding unless the rule is met.</summary>
    internal void Need(bool isMet, string rule, string message)
    {
        if (!isMet && !_found.Any(finding => finding.Rule == rule && finding.Message == message))
        {
            _found.Add(new EInvoiceFinding(rule, message));
        }
    }

    internal ImmutableArray<EInvoiceFinding> ToImmutable() => _found.ToImmutable();
}
