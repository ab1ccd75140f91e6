using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.Quotes;

namespace Msp.Billing.EntityFrameworkCore.Quotes;

/// <summary>Links with which customers open a sent revision without an account: 256 random bits, of which only the SHA-256 is kept.</summary>
/// <remarks>Each verb is one transaction of its own. Not thread-safe: each request opens its own store.</remarks>
public sealed class QuoteLinks
{
    private const int TokenBytes = 32;
    private static readonly TimeSpan OpenedAgain = TimeSpan.FromHours(1);
    private readonly BillingStore _store;
    private readonly long _sellerId;
    private readonly QuoteBook _book;

    /// <summary>Prepares to read and write.</summary>
    /// <param name="store">Where the quotes are kept; in no transaction.</param>
    /// <param name="sellerId">The seller's number in storage.</param>
    public QuoteLinks(BillingStore store, long sellerId)
    {
        ArgumentNullException.ThrowIfNull(store);
        _store = store;
        _sellerId = sellerId;
        _book = new QuoteBook(store, sellerId);
    }

    /// <summary>Makes a link to the newest sent revision.</summary>
    /// <param name="number">The quote's number.</param>
    /// <param name="contactName">For whom.</param>
    /// <param name="contactEmail">Where it is sent; empty when unknown.</param>
    /// <param name="expiresAt">From when it no longer opens.</param>
    /// <param name="note">When and by whom.</param>
    /// <returns>The token: 43 letters that fit a URL. It is given once and cannot be read back.</returns>
    /// <exception cref="StorageException">Nothing was sent yet.</exception>
    public string Create(string number, string contactName, string contactEmail, DateTimeOffset expiresAt, QuoteNote note)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(contactName);
        ArgumentNullException.ThrowIfNull(contactEmail);
        ArgumentNullException.ThrowIfNull(note);
        using var transaction = _store.Begin();
        var id = _book.IdOf(number);
        var revision = _book.Load(id).Quote.OfferedRevision ?? throw new StorageException(StorageFault.Refused, $"Quote {number} was not sent yet; send it before a link is made.");
        var token = Convert.ToBase64String(RandomNumberGenerator.GetBytes(TokenBytes)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        using var insert = _store.Prepare(
            """
            INSERT INTO quote_link (seller_id, link_id, quote_id, revision, token_hash, contact_name, contact_email, created_at, created_by, expires_at)
            VALUES (?1, (SELECT coalesce(max(link_id), 0) + 1 FROM quote_link WHERE seller_id = ?1), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
            """);
        insert.Bind(1, _sellerId).Bind(2, id).Bind(3, (long)revision).Bind(4, HashOf(token)).Bind(5, contactName.Trim()).Bind(6, contactEmail.Trim())
            .Bind(7, note.At).Bind(8, note.Author).Bind(9, expiresAt).Run();
        _book.Append(id, new QuoteEvent(0, revision, QuoteEventKind.LinkCreated, null, note.Day, note.At, note.Author, contactName.Trim()));
        transaction.Commit();
        return token;
    }

    /// <summary>The links of a quote, the newest first.</summary>
    public ImmutableArray<QuoteLink> Of(string number)
    {
        using var rows = _store.Prepare(Columns + " WHERE seller_id = ?1 AND quote_id = ?2 ORDER BY link_id DESC");
        rows.Bind(1, _sellerId).Bind(2, _book.IdOf(number));
        var links = ImmutableArray.CreateBuilder<QuoteLink>();
        while (rows.Step())
        {
            links.Add(Read(rows));
        }

        return links.ToImmutable();
    }

    /// <summary>Revokes a link: it no longer opens. Revoking twice changes nothing.</summary>
    public void Revoke(string number, long linkId, QuoteNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        using var transaction = _store.Begin();
        var id = _book.IdOf(number);
        using var update = _store.Prepare("UPDATE quote_link SET revoked_at = ?4 WHERE seller_id = ?1 AND quote_id = ?2 AND link_id = ?3 AND revoked_at IS NULL");
        update.Bind(1, _sellerId).Bind(2, id).Bind(3, linkId).Bind(4, note.At).Run();
        if (_store.Changes == 1)
        {
            var link = Of(number).First(known => known.Id == linkId);
            _book.Append(id, new QuoteEvent(0, link.Revision, QuoteEventKind.LinkRevoked, null, note.Day, note.At, note.Author, link.ContactName));
        }

        transaction.Commit();
    }

    /// <summary>What a token leads to; null for one that was never given. Reads only.</summary>
    /// <param name="token">The token as it came.</param>
    /// <param name="at">Now.</param>
    /// <param name="day">The seller's day.</param>
    public SharedQuote? Find(string token, DateTimeOffset at, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(token);
        using var rows = _store.Prepare(Columns + " WHERE seller_id = ?1 AND token_hash = ?2");
        if (token.Length > 100 || !rows.Bind(1, _sellerId).Bind(2, HashOf(token)).Step())
        {
            return null;
        }

        var (link, id) = (Read(rows), rows.Int64(8));
        rows.Reset();
        var (quote, _) = _book.Load(id);
        using var customers = new CustomerReader(_store, _sellerId);
        var customer = customers.Find(quote.Customer)?.Customer ?? throw new StorageException(StorageFault.Damaged, $"Quote {quote.Number} has no customer.");
        var frozen = _book.Frozen(id, link.Revision) ?? throw new StorageException(StorageFault.Damaged, $"Quote {quote.Number} has a link to a revision that was not sent.");
        return new SharedQuote(
            link, link.RevokedAt is null && at < link.ExpiresAt, quote, quote.StatusOn(day, link.Revision), quote.OfferedRevision is { } offered && offered != link.Revision ? offered : null, customer, frozen);
    }

    /// <summary>What a token leads to, and the record that the customer opened it: the first time as a move, later at most once an hour.</summary>
    /// <param name="token">The token as it came.</param>
    /// <param name="at">Now.</param>
    /// <param name="day">The seller's day.</param>
    public SharedQuote? Open(string token, DateTimeOffset at, DateOnly day)
    {
        using var transaction = _store.Begin();
        var found = Find(token, at, day);
        if (found is not { IsOpen: true } shared)
        {
            return found;
        }

        var id = _book.IdOf(shared.Quote.Number);
        var before = shared.Quote.Moves.Count;
        if (shared.Quote.AllowedOn(day, shared.Link.Revision).Contains(QuoteAction.View))
        {
            shared.Quote.Move(new QuoteNote(day, at, shared.Link.ContactName), QuoteAction.View, shared.Link.Revision);
            _book.Keep(id, shared.Quote, before, day);
        }
        else if (!_book.Events(id).Any(known => known.Revision == shared.Link.Revision && (known.Kind == QuoteEventKind.Opened || known.Action == QuoteAction.View) && at - known.At < OpenedAgain))
        {
            _book.Append(id, new QuoteEvent(0, shared.Link.Revision, QuoteEventKind.Opened, null, day, at, shared.Link.ContactName, ""));
        }

        using (var seen = _store.Prepare("UPDATE quote SET seen_at = ?3 WHERE seller_id = ?1 AND quote_id = ?2"))
        {
            seen.Bind(1, _sellerId).Bind(2, id).Bind(3, at).Run();
        }

        transaction.Commit();
        return shared with { Status = shared.Quote.StatusOn(day, shared.Link.Revision) };
    }

    /// <summary>The customer asks.</summary>
    /// <exception cref="StorageException">The link does not open.</exception>
    /// <exception cref="ArgumentException">The question is blank.</exception>
    public void Ask(string token, string question, DateTimeOffset at, DateOnly day)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(question);
        using var transaction = _store.Begin();
        var shared = Opening(token, at, day);
        _book.Append(
            _book.IdOf(shared.Quote.Number), new QuoteEvent(0, shared.Link.Revision, QuoteEventKind.Question, null, day, at, shared.Link.ContactName, question.Trim()));
        transaction.Commit();
    }

    /// <summary>The customer declines.</summary>
    /// <param name="token">The token as it came.</param>
    /// <param name="name">Who declines.</param>
    /// <param name="reason">Why.</param>
    /// <param name="at">Now.</param>
    /// <param name="day">The seller's day.</param>
    /// <exception cref="StorageException">The link does not open.</exception>
    /// <exception cref="QuoteMoveException">The revision can no longer be declined.</exception>
    /// <exception cref="ArgumentException">Name or reason is blank.</exception>
    public void Decline(string token, string name, string reason, DateTimeOffset at, DateOnly day)
    {
        using var transaction = _store.Begin();
        var shared = Opening(token, at, day);
        var before = shared.Quote.Moves.Count;
        shared.Quote.Move(new QuoteNote(day, at, name, reason), QuoteAction.Decline, shared.Link.Revision);
        _book.Keep(_book.IdOf(shared.Quote.Number), shared.Quote, before, day);
        transaction.Commit();
    }

    internal SharedQuote Opening(string token, DateTimeOffset at, DateOnly day) => Find(token, at, day) is { IsOpen: true } shared
        ? shared
        : throw new StorageException(StorageFault.Refused, "The link does not open any more. Ask for a new one.");

    private const string Columns =
        "SELECT link_id, revision, contact_name, contact_email, created_at, created_by, expires_at, revoked_at, quote_id FROM quote_link";

    private static QuoteLink Read(Statement row) => new(
        row.Int64(0), row.Int32(1), row.UniqueText(2), row.UniqueText(3), row.Instant(4), row.Text(5), row.Instant(6), row.IsNull(7) ? null : row.Instant(7));

    private static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
