using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.Invoicing;
using Msp.Billing.Rating;

namespace Msp.Billing.EntityFrameworkCore.Invoicing;

/// <summary>Explains every figure of a posted document from the contract as it was known when it was posted.</summary>
/// <param name="store">Where both are.</param>
/// <param name="sellerId">Whose they are.</param>
public sealed class DocumentArithmetic(BillingStore store, long sellerId)
{
    /// <summary>The arithmetic; null where the document does not follow from its contract, so that no reason is invented.</summary>
    public Explanation? Of(PostedDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        using var contracts = new ContractReader(store, sellerId);
        if (contracts.Find(document.Contract) is not { } stored)
        {
            return null;
        }

        var list = new DocumentList(store, sellerId);
        try
        {
            return DocumentExplainer.Explain(
                document, stored.Contract, stored.Counts.Span, (lineId, natural, round) => list.BilledBefore(stored.Id, lineId, natural, round));
        }
        catch (InvalidOperationException)
        {
            // The document's own hash says whether it or the contract was changed.
            return null;
        }
    }
}
