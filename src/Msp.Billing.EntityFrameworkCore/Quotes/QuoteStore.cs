using System.Collections.Immutable;
using Msp.Billing.Amounts;
using Msp.Billing.EntityFrameworkCore.Auditing;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.Quotes;

namespace Msp.Billing.EntityFrameworkCore.Quotes;

/// <summary>One seller's quotes: drafts with every version, moves, frozen revisions, history.</summary>
/// <remarks>Each verb is one transaction of its own and writes all or nothing. Not thread-safe: each request opens its own store.</remarks>
public sealed class QuoteStore
{
    private readonly BillingStore _store;
    private readonly long _sellerId;
    private readonly QuoteBook _book;

    /// <summary>Prepares to read and write.</summary>
    /// <param name="store">Where the quotes are kept; in no transaction.</param>
    /// <param name="sellerId">The seller's number in storage.</param>
    public QuoteStore(BillingStore store, long sellerId)
    {
        ArgumentNullException.ThrowIfNull(store);
        _store = store;
        _sellerId = sellerId;
        _book = new QuoteBook(store, sellerId);
    }

    /// <summary>Creates a quote from a draft: blank, a template, a duplicate, a renewal. The draft is copied and never linked.</summary>
    /// <param name="customer">The customer's number.</param>
    /// <param name="draft">The fields as they were entered.</param>
    /// <param name="note">When and by whom; who creates it owns it.</param>
    /// <param name="monthly">What recurs per month, for lists; null while it cannot be priced.</param>
    /// <returns>Its number, the next of the year.</returns>
    /// <exception cref="StorageException">The customer is not stored.</exception>
    public string Create(string customer, QuoteDraft draft, QuoteNote note, Money? monthly = null)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(note);
        using var transaction = _store.Begin();
        var customerId = CustomerId(customer);
        using var next = _store.Prepare(
            """
            SELECT coalesce((SELECT max(quote_id) FROM quote WHERE seller_id = ?1), 0) + 1,
                   coalesce((SELECT max(sequence) FROM quote WHERE seller_id = ?1 AND year = ?2), 0) + 1
            """);
        next.Bind(1, _sellerId).Bind(2, (long)note.Day.Year).Step();
        var (id, sequence) = (next.Int64(0), next.Int32(1));
        next.Reset();
        var number = QuoteNumber.Of(note.Day.Year, sequence);
        using (var insert = _store.Prepare(
            """
            INSERT INTO quote (seller_id, quote_id, number, year, sequence, customer_id, owner, title, status, latest_revision, created_at, updated_at)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, '', 1, 1, ?8, ?8)
            """))
        {
            insert.Bind(1, _sellerId).Bind(2, id).Bind(3, number).Bind(4, (long)note.Day.Year).Bind(5, (long)sequence).Bind(6, customerId).Bind(7, note.Author).Bind(8, note.At).Run();
        }

        InsertRevision(id, 1, null);
        InsertDraft(id, 1, 1, draft, note, null, monthly);
        new AuditLog(_store, _sellerId).Append(new AuditEntry(note.At, note.Author, "quote-created", number));
        transaction.Commit();
        return number;
    }

    /// <summary>A quote with its newest draft; null where there is none.</summary>
    public StoredQuote? Find(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        using (var known = _store.Prepare("SELECT 1 FROM quote WHERE seller_id = ?1 AND number = ?2"))
        {
            if (!known.Bind(1, _sellerId).Bind(2, number).Step())
            {
                return null;
            }
        }

        var id = _book.IdOf(number);
        var (quote, owner) = _book.Load(id);
        var version = LastVersion(id, quote.LatestRevision);
        return new StoredQuote(quote, owner, ReadDraft(id, version.Revision, version.Version), version, Revisions(id));
    }

    /// <summary>Saves the draft of the newest revision: the next version. Wrong fields are kept as they are.</summary>
    /// <param name="number">The quote's number.</param>
    /// <param name="draft">The fields as they were entered.</param>
    /// <param name="baseVersion">The version that was read.</param>
    /// <param name="note">When and by whom.</param>
    /// <param name="monthly">What recurs per month, for lists; null while it cannot be priced.</param>
    /// <returns>The new version.</returns>
    /// <exception cref="QuoteConflictException">Someone else saved it since; it says who and when.</exception>
    /// <exception cref="QuoteMoveException">It is sent, or waiting for approval or approved: reopen or revise it first.</exception>
    public QuoteDraftVersion Save(string number, QuoteDraft draft, int baseVersion, QuoteNote note, Money? monthly = null)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(note);
        return SaveNext(number, baseVersion, note, monthly, null, (_, _) => draft);
    }

    /// <summary>Makes an earlier version the newest again, as a version of its own.</summary>
    /// <param name="number">The quote's number.</param>
    /// <param name="version">The version to repeat, of the newest revision.</param>
    /// <param name="baseVersion">The version that was read.</param>
    /// <param name="note">When and by whom.</param>
    /// <exception cref="QuoteConflictException">Someone else saved it since; it says who and when.</exception>
    /// <exception cref="StorageException">There is no such version.</exception>
    public QuoteDraftVersion Restore(string number, int version, int baseVersion, QuoteNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        return SaveNext(number, baseVersion, note, null, version, (id, revision) => ReadDraft(id, revision, version));
    }

    /// <summary>Every saved version of a revision, the newest first.</summary>
    public ImmutableArray<QuoteDraftVersion> Versions(string number, int revision)
    {
        using var rows = _store.Prepare(
            "SELECT draft_version, at, author, restored_from FROM quote_draft WHERE seller_id = ?1 AND quote_id = ?2 AND revision = ?3 ORDER BY draft_version DESC");
        rows.Bind(1, _sellerId).Bind(2, _book.IdOf(number)).Bind(3, (long)revision);
        var versions = ImmutableArray.CreateBuilder<QuoteDraftVersion>();
        while (rows.Step())
        {
            versions.Add(new QuoteDraftVersion(revision, rows.Int32(0), rows.Instant(1), rows.Text(2), rows.IsNull(3) ? null : rows.Int32(3)));
        }

        return versions.ToImmutable();
    }

    /// <summary>The fields of a saved version.</summary>
    /// <exception cref="StorageException">There is no such version.</exception>
    public QuoteDraft DraftOf(string number, int revision, int version) => ReadDraft(_book.IdOf(number), revision, version);

    /// <summary>What a sent revision says; null while it is a draft.</summary>
    /// <exception cref="StorageException">Its bytes are not what was sent.</exception>
    public FrozenRevision? Frozen(string number, int revision) => _book.Frozen(_book.IdOf(number), revision);

    /// <summary>Sends the newest revision: freezes what it says, and replaces the ones that were sent before. Links are made by <see cref="QuoteLinks"/>.</summary>
    /// <param name="number">The quote's number.</param>
    /// <param name="version">The version of the draft that the content was read from.</param>
    /// <param name="content">What that version says.</param>
    /// <param name="approval">What the seller's rules say about it.</param>
    /// <param name="note">When and by whom.</param>
    /// <param name="monthly">What recurs per month, for lists.</param>
    /// <returns>The frozen revision.</returns>
    /// <exception cref="QuoteConflictException">The draft was saved since the content was read.</exception>
    /// <exception cref="QuoteMoveException">It needs an approval, its last day has passed, or it was sent already.</exception>
    public FrozenRevision Send(string number, int version, QuoteContent content, ApprovalAnswer approval, QuoteNote note, Money? monthly = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(note);
        using var transaction = _store.Begin();
        var id = _book.IdOf(number);
        var (quote, _) = _book.Load(id);
        var before = quote.Moves.Count;
        var last = LastVersion(id, quote.LatestRevision);
        if (last.Version != version)
        {
            throw new QuoteConflictException(number, version, last);
        }

        quote.Send(note, content.ValidUntil, approval);
        var (canonical, internals) = (CanonicalQuote.Write(content), CanonicalQuote.WriteInternals(content));
        using (var freeze = _store.Prepare(
            "UPDATE quote_revision SET sent_at = ?4, canonical = ?5, internals = ?6, hash = ?7 WHERE seller_id = ?1 AND quote_id = ?2 AND revision = ?3"))
        {
            freeze.Bind(1, _sellerId).Bind(2, id).Bind(3, (long)quote.LatestRevision).Bind(4, note.At).Bind(5, canonical.AsSpan()).Bind(6, internals.AsSpan())
                .Bind(7, CanonicalQuote.HashOf(canonical.AsSpan()).AsSpan()).Run();
        }

        _book.Keep(id, quote, before, note.Day);
        if (monthly is not null)
        {
            SetFigures(id, content.Title, monthly, note.At);
        }

        var frozen = _book.Frozen(id, quote.LatestRevision) ?? throw new StorageException(StorageFault.Damaged, $"Quote {number} was not frozen.");
        transaction.Commit();
        return frozen;
    }

    /// <summary>Begins the next revision, a draft, from the newest one.</summary>
    /// <returns>Its number.</returns>
    /// <exception cref="QuoteMoveException">The newest is not sent yet, so it can be changed itself; or the quote is accepted.</exception>
    public int Revise(string number, QuoteNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        using var transaction = _store.Begin();
        var id = _book.IdOf(number);
        var (quote, _) = _book.Load(id);
        var (before, parent) = (quote.Moves.Count, quote.LatestRevision);
        var revision = quote.Revise(note);
        var version = LastVersion(id, parent);
        InsertRevision(id, revision, parent);
        InsertDraft(id, revision, 1, ReadDraft(id, parent, version.Version), note, null, null);
        _book.Keep(id, quote, before, note.Day);
        transaction.Commit();
        return revision;
    }

    /// <summary>Makes a move of the seller's: submit, approve, refuse, reopen, withdraw. The customer's come by <see cref="QuoteLinks"/> and <see cref="QuoteAcceptances"/>.</summary>
    /// <param name="number">The quote's number.</param>
    /// <param name="action">What happens.</param>
    /// <param name="note">When, by whom and why.</param>
    /// <param name="revision">The revision's number; null for the newest.</param>
    /// <param name="approval">What the seller's rules say about it: kept with the move, so that it can be seen later what somebody asked for or approved; null where nobody looked.</param>
    /// <exception cref="QuoteMoveException">The revision cannot make it on that day, or who asked for approval would give it and the seller is not one person.</exception>
    /// <exception cref="ArgumentException">The action has a verb of its own, or needs a reason.</exception>
    public Quote Move(string number, QuoteAction action, QuoteNote note, int? revision = null, ApprovalAnswer? approval = null)
    {
        ArgumentNullException.ThrowIfNull(note);
        if (action is not (QuoteAction.Submit or QuoteAction.Approve or QuoteAction.Refuse or QuoteAction.Reopen or QuoteAction.Withdraw))
        {
            throw new ArgumentException($"{action} is not the seller's to record here.", nameof(action));
        }

        using var transaction = _store.Begin();
        var id = _book.IdOf(number);
        var (quote, _) = _book.Load(id);
        var before = quote.Moves.Count;
        quote.Move(note, action, revision, new SellerBook(_store).All().First(seller => seller.Id == _sellerId).Seller.OnePerson);
        _book.Keep(id, quote, before, note.Day, approval);
        transaction.Commit();
        return quote;
    }

    /// <summary>Adds a reply that the customer sees, or a note for the seller's own people.</summary>
    /// <exception cref="ArgumentException">The text is blank, or the kind is another.</exception>
    public void Say(string number, QuoteEventKind kind, string text, QuoteNote note)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        ArgumentNullException.ThrowIfNull(note);
        if (kind is not (QuoteEventKind.Reply or QuoteEventKind.Note))
        {
            throw new ArgumentException($"{kind} is not the seller's to write.", nameof(kind));
        }

        using var transaction = _store.Begin();
        var id = _book.IdOf(number);
        var (quote, _) = _book.Load(id);
        _book.Append(id, new QuoteEvent(0, quote.OfferedRevision ?? quote.LatestRevision, kind, null, note.Day, note.At, note.Author, text.Trim()));
        transaction.Commit();
    }

    /// <summary>Gives a quote to another owner.</summary>
    public void GiveTo(string number, string owner)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(owner);
        using var transaction = _store.Begin();
        using var update = _store.Prepare("UPDATE quote SET owner = ?3 WHERE seller_id = ?1 AND quote_id = ?2");
        update.Bind(1, _sellerId).Bind(2, _book.IdOf(number)).Bind(3, owner).Run();
        transaction.Commit();
    }

    /// <summary>Everything that happened to a quote, the oldest first.</summary>
    public ImmutableArray<QuoteEvent> History(string number) => _book.Events(_book.IdOf(number));

    private QuoteDraftVersion SaveNext(string number, int baseVersion, QuoteNote note, Money? monthly, int? restoredFrom, Func<long, int, QuoteDraft> draft)
    {
        using var transaction = _store.Begin();
        var id = _book.IdOf(number);
        var (quote, _) = _book.Load(id);
        var status = quote.StatusOn(note.Day, quote.LatestRevision);
        if (!QuoteLifecycle.CanBeEdited(status))
        {
            throw QuoteMoveException.NotEditable(status, note.Day, quote.AllowedOn(note.Day));
        }

        var last = LastVersion(id, quote.LatestRevision);
        if (last.Version != baseVersion)
        {
            throw new QuoteConflictException(number, baseVersion, last);
        }

        InsertDraft(id, last.Revision, last.Version + 1, draft(id, last.Revision), note, restoredFrom, monthly);
        transaction.Commit();
        return new QuoteDraftVersion(last.Revision, last.Version + 1, note.At, note.Author, restoredFrom);
    }

    private long CustomerId(string customer)
    {
        ArgumentNullException.ThrowIfNull(customer);
        using var rows = _store.Prepare("SELECT customer_id FROM customer WHERE seller_id = ?1 AND number = ?2");
        return rows.Bind(1, _sellerId).Bind(2, customer).Step()
            ? rows.Int64(0)
            : throw new StorageException(StorageFault.Refused, $"Customer {customer} is not in '{_store.Path}'. Add it first, or correct the number.");
    }

    private void InsertRevision(long id, int revision, int? parent)
    {
        using var insert = _store.Prepare("INSERT INTO quote_revision (seller_id, quote_id, revision, parent) VALUES (?1, ?2, ?3, ?4)");
        insert.Bind(1, _sellerId).Bind(2, id).Bind(3, (long)revision).Bind(4, (long?)parent).Run();
    }

    private void InsertDraft(long id, int revision, int version, QuoteDraft draft, QuoteNote note, int? restoredFrom, Money? monthly)
    {
        using var insert = _store.Prepare(
            "INSERT INTO quote_draft (seller_id, quote_id, revision, draft_version, at, author, restored_from, json) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
        insert.Bind(1, _sellerId).Bind(2, id).Bind(3, (long)revision).Bind(4, (long)version).Bind(5, note.At).Bind(6, note.Author).Bind(7, (long?)restoredFrom)
            .Bind(8, draft.ToJson()).Run();
        SetFigures(id, draft.Title, monthly, note.At);
    }

    private void SetFigures(long id, string title, Money? monthly, DateTimeOffset at)
    {
        using var update = _store.Prepare(
            "UPDATE quote SET title = ?3, currency = coalesce(?4, currency), monthly = coalesce(?5, monthly), updated_at = ?6 WHERE seller_id = ?1 AND quote_id = ?2");
        update.Bind(1, _sellerId).Bind(2, id).Bind(3, title.Trim()).Bind(4, monthly?.Currency.Code).Bind(5, monthly?.MinorUnits).Bind(6, at).Run();
    }

    private QuoteDraftVersion LastVersion(long id, int revision)
    {
        using var rows = _store.Prepare(
            "SELECT draft_version, at, author, restored_from FROM quote_draft WHERE seller_id = ?1 AND quote_id = ?2 AND revision = ?3 ORDER BY draft_version DESC LIMIT 1");
        return rows.Bind(1, _sellerId).Bind(2, id).Bind(3, (long)revision).Step()
            ? new QuoteDraftVersion(revision, rows.Int32(0), rows.Instant(1), rows.Text(2), rows.IsNull(3) ? null : rows.Int32(3))
            : throw new StorageException(StorageFault.Damaged, FormattableString.Invariant($"A quote in '{_store.Path}' has no draft of revision {revision}."));
    }

    private QuoteDraft ReadDraft(long id, int revision, int version)
    {
        using var rows = _store.Prepare("SELECT json FROM quote_draft WHERE seller_id = ?1 AND quote_id = ?2 AND revision = ?3 AND draft_version = ?4");
        return rows.Bind(1, _sellerId).Bind(2, id).Bind(3, (long)revision).Bind(4, (long)version).Step()
            ? QuoteDraft.FromJson(rows.UniqueText(0))
            : throw new StorageException(StorageFault.Refused, FormattableString.Invariant($"Revision {revision} of the quote has no version {version}."));
    }

    private ImmutableArray<StoredRevision> Revisions(long id)
    {
        using var rows = _store.Prepare("SELECT revision, parent, sent_at, hash FROM quote_revision WHERE seller_id = ?1 AND quote_id = ?2 ORDER BY revision");
        rows.Bind(1, _sellerId).Bind(2, id);
        var revisions = ImmutableArray.CreateBuilder<StoredRevision>();
        while (rows.Step())
        {
            revisions.Add(new StoredRevision(rows.Int32(0), rows.IsNull(1) ? null : rows.Int32(1), rows.IsNull(2) ? null : rows.Instant(2), [.. rows.Bytes(3)]));
        }

        return revisions.ToImmutable();
    }
}
