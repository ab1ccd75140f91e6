using Msp.Billing.EntityFrameworkCore.Auditing;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.EntityFrameworkCore.Invoicing;
using Msp.Billing.Invoicing;

namespace Msp.Billing.EntityFrameworkCore.Ledger;

/// <summary>Corrects posted documents by credit notes outside a run: numbered in their series and chained. What is posted never changes; who may ask is <see cref="CorrectionBook"/>'s to know.</summary>
/// <param name="store">The open database.</param>
/// <param name="sellerId">The seller's number in storage.</param>
/// <param name="sellerCode">The seller's code, which stands on documents.</param>
/// <param name="clock">Gives the instants that are recorded.</param>
internal sealed class CreditBook(BillingStore store, long sellerId, string sellerCode, TimeProvider clock)
{
    /// <summary>Credits within a transaction that another step has begun.</summary>
    internal (CreditedDocument Done, long NoteId, long? RebilledId) CreditWithin(CorrectionRequest request, string author)
    {
        var (number, issueDay) = (request.Document, request.Day);
        var (document, stored) = Find(number);
        if (issueDay < document.IssueDay)
        {
            throw new CreditException(
                CreditRefusal.TooEarly, FormattableString.Invariant($"{number} is of {document.IssueDay:yyyy-MM-dd}; a credit note for it is not issued before, on {issueDay:yyyy-MM-dd}."));
        }

        var rebill = request.Kind == CorrectionKind.CreditAndRebill;
        var drafter = new Drafter(new TableTaxCalculator(new SellerBook(store).TaxTableOf(sellerId)));
        var credit = drafter.Credit(stored.Contract, Request(stored, issueDay, issueDay), document, request.Lines.IsEmpty ? null : request.Lines, rebill);
        var (note, noteId) = Post(credit, stored, document.KnownAt);
        (PostedDocument Document, long Id)? rebilled = null;
        if (rebill)
        {
            var (_, now) = Find(number);

            // What came due since is the next run's to bill.
            var through = now.BilledThrough ?? issueDay;
            var knownAt = clock.GetUtcNow();
            if (drafter.Draft(now.Contract, Request(now, through, issueDay, knownAt)) is { } draft)
            {
                rebilled = Post(draft, now, knownAt);
            }
        }

        LedgerAudit.Append(store, sellerId, clock, author, AuditActions.DocumentCredited, number, json =>
        {
            json.WriteString("creditNote", note.Number);
            json.WriteNumber("minorUnits", note.TotalMinorUnits);
            json.WriteString("rebilled", rebilled?.Document.Number);
            json.WriteString("reason", request.Reason);
        });
        return (new CreditedDocument(note, rebilled?.Document), noteId, rebilled?.Id);
    }

    private (PostedDocument Document, StoredContract Contract) Find(string number)
    {
        using var documents = new DocumentReader(store, sellerId);
        using var contracts = new ContractReader(store, sellerId);
        return documents.Find(number) is { Document: var document } && contracts.Find(document.Contract) is { } contract
            ? (document, contract)
            : throw new CreditException(CreditRefusal.NoDocument, $"There is no document '{number}'. List them: msp invoice list.");
    }

    private DraftRequest Request(StoredContract stored, DateOnly through, DateOnly issueDay, DateTimeOffset? knownAt = null) => new(stored.Customer, through)
    {
        IssueDay = issueDay,
        KnownAt = knownAt,
        Counts = stored.Counts,
        Billed = stored.Billed,
        PostedTax = () => PostedTaxes.Of(store, sellerId, stored),
    };

    private (PostedDocument Document, long Id) Post(InvoiceDraft draft, StoredContract stored, DateTimeOffset knownAt)
    {
        using var writer = new DocumentWriter(store, sellerId, sellerCode);
        var numbered = writer.Chain.Next(draft, knownAt);
        var id = writer.Write(numbered, stored.Id, stored.CustomerId, null, clock.GetUtcNow());
        writer.SaveSeries();
        return (numbered.Document, id);
    }
}
