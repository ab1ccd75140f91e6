using System.Collections.Immutable;
using Msp.Billing.Contracts;
using Msp.Billing.Rating;

namespace Msp.Billing.Invoicing;

/// <summary>All that a printed or electronic document shows: what was posted, with both parties as they were when it was.</summary>
/// <remarks>
/// Immutable: the same document is rendered to the same bytes for ever, whatever the seller or the customer changed since. PDF, e-invoice, CSV and journal
/// are made from this and nothing else.
/// </remarks>
public sealed class IssuedDocument
{
    /// <summary>What was posted. Amounts have the ledger's sign: a credit note's are below zero.</summary>
    public required PostedDocument Document { get; init; }

    /// <summary>Who issued it.</summary>
    public required SellerParty Seller { get; init; }

    /// <summary>Who is billed.</summary>
    public required CustomerParty Customer { get; init; }

    /// <summary>The documents that billed first what this one corrects, in the order of posting; empty when it corrects nothing.</summary>
    public ImmutableArray<DocumentReference> Corrected { get; init; } = [];

    /// <summary>How every figure came to be; null when it was not asked for.</summary>
    public Explanation? Explanation { get; init; }

    /// <summary>Days from the issue to the last day to pay.</summary>
    public int PaymentDays => Document.DueDay.DayNumber - Document.IssueDay.DayNumber;

    /// <summary>The customer's order that it carries; null for none.</summary>
    public PurchaseOrder? PurchaseOrder => Customer.Details.PurchaseOrderFor(Document.Contract, Document.IssueDay);

    /// <summary>Why what is exempt on it is exempt: the customer's reason, or else the seller's for services that are exempt by themselves; null where nobody gave one.</summary>
    public string? ExemptionReason => Customer.Tax.ExemptionReason ?? Seller.Details.ExemptionReason;

    /// <summary>The language it is printed in, in two letters of ISO 639: the customer's, or else the seller's, or else English.</summary>
    public string Language => Customer.Details.Language ?? Seller.Details.Language ?? "en";

    /// <summary>A draft as the document that it would become, to look at and check before it is posted. Its number is only the shape of one.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="sellerCode">The seller's code.</param>
    /// <param name="seller">The seller as it is now.</param>
    /// <param name="customer">The customer as it is now.</param>
    public static IssuedDocument Of(InvoiceDraft draft, string sellerCode, SellerParty seller, CustomerParty customer)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return new IssuedDocument
        {
            Document = PostedDocument.Of(draft, sellerCode, 1, draft.KnownAt ?? DateTimeOffset.MaxValue, CanonicalDocument.NoPredecessor),
            Seller = seller,
            Customer = customer,
        };
    }
}
