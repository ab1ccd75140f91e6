using System.Collections.Immutable;
using Msp.Billing.Invoicing;
using Msp.Billing.Rating;

namespace Msp.Billing.Quotes;

/// <summary>An invoice that the quote shows before it is owed: drafted by the engine that will bill it.</summary>
public sealed class QuotedInvoice
{
    private readonly ImmutableArray<InvoiceDraft> _before;

    internal QuotedInvoice(InvoiceDraft draft, ImmutableArray<InvoiceDraft> before)
    {
        Draft = draft;
        _before = before;
    }

    /// <summary>The day on it.</summary>
    public DateOnly Day => Draft.IssueDay;

    /// <summary>Its lines, tax and total.</summary>
    public InvoiceDraft Draft { get; }

    /// <summary>Every figure of it, step by step.</summary>
    public Explanation Explain()
    {
        var ledger = new BilledLedger();
        foreach (var draft in _before)
        {
            ledger.Post(draft, DateTimeOffset.MaxValue);
        }

        return DocumentExplainer.Explain(Draft, new DraftRequest(Draft.Customer, Draft.IssueDay) { Billed = ledger.For(Draft.Contract.Number) });
    }
}
