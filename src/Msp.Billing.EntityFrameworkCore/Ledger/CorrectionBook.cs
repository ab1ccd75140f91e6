using System.Collections.Immutable;
using Msp.Billing.EntityFrameworkCore.Auditing;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.Invoicing;

namespace Msp.Billing.EntityFrameworkCore.Ledger;

/// <summary>Corrections that one person proposes and another carries out: credit notes, bills made anew, write-offs.</summary>
/// <remarks>
/// The figures are computed by doing it and taking it back, so what is shown is what is issued; a proposal whose figures have changed since is refused.
/// Each call is one transaction. Not thread-safe.
/// </remarks>
/// <param name="store">The open database.</param>
/// <param name="sellerId">The seller's number in storage.</param>
/// <param name="sellerCode">The seller's code, which stands on documents.</param>
/// <param name="clock">Gives the instants that are recorded.</param>
public sealed class CorrectionBook(BillingStore store, long sellerId, string sellerCode, TimeProvider clock)
{
    private readonly CorrectionTable _table = new(store, sellerId);

    /// <summary>What a correction would do. Nothing is kept and no number is used.</summary>
    /// <param name="request">The correction.</param>
    /// <exception cref="CreditException">It cannot be done.</exception>
    public CorrectionFigures Preview(CorrectionRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        new LedgerBook(store, sellerId, clock).Book();
        using var transaction = store.Begin();
        return Carry(request, "preview").Figures;
    }

    /// <summary>Proposes a correction: nothing is issued until it is decided.</summary>
    /// <param name="request">The correction.</param>
    /// <param name="author">Who proposes.</param>
    /// <exception cref="CreditException">It cannot be done, or another one waits for the same document.</exception>
    public Correction Propose(CorrectionRequest request, string author)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(author);
        var figures = Preview(request);
        using var transaction = store.Begin();
        if (Of(request.Document).FirstOrDefault(one => one.Decision is null && one.Request.Document == request.Document) is { } waiting)
        {
            throw new CreditException(
                CreditRefusal.OneIsWaiting,
                FormattableString.Invariant($"Correction {waiting.Number} of {request.Document}, proposed by '{waiting.ProposedBy}', waits for a decision. Decide about it first."));
        }

        var number = _table.Add(request, figures.Given, figures.Billed, author, clock.GetUtcNow());
        LedgerAudit.Append(store, sellerId, clock, author, AuditActions.CorrectionProposed, request.Document, json =>
        {
            json.WriteNumber("correction", number);
            json.WriteNumber("minorUnits", figures.Given.MinorUnits);
            json.WriteString("reason", request.Reason);
        });
        transaction.Commit();
        return Known(number);
    }

    /// <summary>Proposes a correction and, where the seller is one person, issues it at once; otherwise it waits for a second person.</summary>
    /// <param name="request">The correction.</param>
    /// <param name="author">Who asks.</param>
    /// <exception cref="CreditException">It cannot be done, or another one waits for the same document.</exception>
    public Correction Enter(CorrectionRequest request, string author)
    {
        var proposed = Propose(request, author);
        return IsOnePerson ? Issue(proposed.Number, author) : proposed;
    }

    /// <summary>Carries a proposed correction out.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="author">Who decides: another person than the one who proposed it, unless the seller is one person.</param>
    /// <exception cref="CreditException">It is decided already, the same person proposed it, or its figures are others now.</exception>
    public Correction Issue(long number, string author)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(author);
        new LedgerBook(store, sellerId, clock).Book();
        using (var transaction = store.Begin())
        {
            var correction = Undecided(number);
            if (!MayDecide(correction, author))
            {
                throw new CreditException(
                    CreditRefusal.SamePerson, $"'{author}' proposed this correction and cannot issue it: a second person must. If the seller is one person, record that in its settings.");
            }

            var (figures, noteId, rebilledId) = Carry(correction.Request, author);
            if (figures.Given != correction.Given || figures.Billed != correction.Billed)
            {
                throw new CreditException(
                    CreditRefusal.FiguresChanged,
                    $"Since this correction was proposed something was posted or paid: it would give {figures.Given} and not {correction.Given}. Decline it and propose it again.");
            }

            _table.Decide(number, CorrectionDecision.Issued, author, clock.GetUtcNow(), null, noteId, rebilledId);
            LedgerAudit.Append(store, sellerId, clock, author, AuditActions.CorrectionIssued, correction.Request.Document, json =>
            {
                json.WriteNumber("correction", number);
                json.WriteString("proposedBy", correction.ProposedBy);
                json.WriteBoolean("onePerson", IsOwn(correction, author));
            });
            transaction.Commit();
        }

        new LedgerBook(store, sellerId, clock).Book();
        return Known(number);
    }

    /// <summary>Declines a proposed correction; who proposed it may take it back so.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="reason">Why.</param>
    /// <param name="author">Who decides.</param>
    /// <exception cref="CreditException">It is decided already.</exception>
    public Correction Decline(long number, string reason, string author)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        ArgumentException.ThrowIfNullOrWhiteSpace(author);
        using var transaction = store.Begin();
        var correction = Undecided(number);
        _table.Decide(number, CorrectionDecision.Declined, author, clock.GetUtcNow(), reason, null, null);
        LedgerAudit.Append(store, sellerId, clock, author, AuditActions.CorrectionDeclined, correction.Request.Document, json =>
        {
            json.WriteNumber("correction", number);
            json.WriteString("reason", reason);
        });
        transaction.Commit();
        return Known(number);
    }

    /// <summary>A correction; null where there is none.</summary>
    /// <param name="number">Its number.</param>
    public Correction? Find(long number) => _table.Find(number);

    /// <summary>What corrects a document, and what it corrects, in the order of proposing.</summary>
    /// <param name="document">The document's number.</param>
    public ImmutableArray<Correction> Of(string document) => _table.Of(document);

    /// <summary>Corrections that nobody decided yet, the oldest first.</summary>
    /// <param name="take">At most so many.</param>
    public ImmutableArray<Correction> Waiting(int take = 50) => _table.Waiting(take);

    /// <summary>Corrections of every kind and decision, the newest first.</summary>
    /// <param name="take">At most so many.</param>
    public ImmutableArray<Correction> Latest(int take = 50) => _table.Latest(take);

    /// <summary>Whether somebody may carry a correction out: who did not propose it, or anybody where the seller is one person.</summary>
    /// <param name="correction">The correction.</param>
    /// <param name="author">Who.</param>
    public bool MayDecide(Correction correction, string author)
    {
        ArgumentNullException.ThrowIfNull(correction);
        return !IsOwn(correction, author) || IsOnePerson;
    }

    private static bool IsOwn(Correction correction, string author) => string.Equals(correction.ProposedBy, author, StringComparison.OrdinalIgnoreCase);

    private bool IsOnePerson => new SellerBook(store).All().First(seller => seller.Id == sellerId).Seller.OnePerson;

    private Correction Known(long number) =>
        Find(number) ?? throw new CreditException(CreditRefusal.NoCorrection, FormattableString.Invariant($"There is no correction {number}."));

    private Correction Undecided(long number) => Known(number) is { Decision: null } correction
        ? correction
        : throw new CreditException(CreditRefusal.Decided, FormattableString.Invariant($"Correction {number} was decided already; look at the document."));

    private (CorrectionFigures Figures, long? NoteId, long? RebilledId) Carry(CorrectionRequest request, string author)
    {
        if (request.Kind == CorrectionKind.WriteOff)
        {
            return (new CorrectionFigures(WriteOff(request, author), null, null, null), null, null);
        }

        var (done, noteId, rebilledId) = new CreditBook(store, sellerId, sellerCode, clock).CreditWithin(request, author);
        return (new CorrectionFigures(-done.CreditNote.Total, done.Rebilled?.Total, done.CreditNote, done.Rebilled), noteId, rebilledId);
    }

    private Amounts.Money WriteOff(CorrectionRequest request, string author)
    {
        try
        {
            return new PaymentBook(store, sellerId, clock).WriteOffWithin(request.Document, request.Day, request.Reason, request.AsDiscount, author);
        }
        catch (Billing.Ledger.AllocationException refused)
        {
            throw new CreditException(CreditRefusal.NothingOpen, refused.Message);
        }
    }
}
