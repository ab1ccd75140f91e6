using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore.Auditing;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.Invoicing;
using Msp.Billing.Quotes;

namespace Msp.Billing.EntityFrameworkCore.Quotes;

/// <summary>Accepts quotes: evidence and contract in one transaction. Accepting again gives the same answer and makes no second contract.</summary>
/// <remarks>Not thread-safe: each request opens its own store.</remarks>
public sealed class QuoteAcceptances
{
    private readonly BillingStore _store;
    private readonly long _sellerId;
    private readonly QuoteBook _book;

    /// <summary>Prepares to read and write.</summary>
    /// <param name="store">Where the quotes are kept; in no transaction.</param>
    /// <param name="sellerId">The seller's number in storage.</param>
    public QuoteAcceptances(BillingStore store, long sellerId)
    {
        ArgumentNullException.ThrowIfNull(store);
        _store = store;
        _sellerId = sellerId;
        _book = new QuoteBook(store, sellerId);
    }

    /// <summary>The customer accepts with its link.</summary>
    /// <param name="token">The token as it came.</param>
    /// <param name="choice">What the customer chose.</param>
    /// <param name="signer">Who accepts, when and from where.</param>
    /// <param name="day">The seller's day.</param>
    /// <returns>The acceptance and its contract; those of the first time when it was accepted before.</returns>
    /// <exception cref="StorageException">The link does not open.</exception>
    /// <exception cref="QuoteMoveException">The revision can no longer be accepted: expired, withdrawn, declined, replaced, or another one was accepted.</exception>
    /// <exception cref="QuoteChoiceException">The revision does not offer the choice.</exception>
    /// <exception cref="ContractMoveException">The contract that it renews cannot be renewed on its first day.</exception>
    public AcceptedQuote Accept(string token, QuoteChoice choice, Signer signer, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(signer);
        using var transaction = _store.Begin();
        var shared = new QuoteLinks(_store, _sellerId).Opening(token, signer.At, day);
        var id = _book.IdOf(shared.Quote.Number);
        if (shared.Quote.AcceptedRevision == shared.Link.Revision && FindById(id) is { } known)
        {
            return known;
        }

        var accepted = Accept(id, shared, choice, signer, day);
        transaction.Commit();
        return accepted;
    }

    /// <summary>The acceptance of a quote; null when it was not accepted.</summary>
    public AcceptedQuote? Find(string number) => FindById(_book.IdOf(number));

    private AcceptedQuote Accept(long id, SharedQuote shared, QuoteChoice choice, Signer signer, DateOnly day)
    {
        var (quote, frozen) = (shared.Quote, shared.Frozen);
        var before = quote.Moves.Count;
        quote.Move(new QuoteNote(day, signer.At, signer.Name), QuoteAction.Accept, shared.Link.Revision);
        var sellers = new SellerBook(_store);
        var seller = sellers.All().First(known => known.Id == _sellerId).Seller;
        var acceptance = Acceptance.Of(
            seller, shared.Customer, quote.Number, frozen.Number, frozen.Canonical.AsMemory(), choice, signer, new TableTaxCalculator(sellers.TaxTableOf(_sellerId)));
        var contract = frozen.Content.ToContract(choice, ContractNumber(quote.Number), quote.Customer, signer.At);
        Renew(frozen.Content, contract, signer);
        long contractId;
        using (var contracts = new ContractWriter(_store, _sellerId))
        {
            contractId = contracts.Add(contract);
        }

        _book.Keep(id, quote, before, day);
        using var insert = _store.Prepare("INSERT INTO quote_acceptance (seller_id, quote_id, revision, at, evidence, hash, contract_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
        insert.Bind(1, _sellerId).Bind(2, id).Bind(3, (long)frozen.Number).Bind(4, signer.At).Bind(5, acceptance.Bytes.AsSpan()).Bind(6, acceptance.Hash.AsSpan())
            .Bind(7, contractId).Run();
        new AuditLog(_store, _sellerId).Append(new AuditEntry(
            signer.At, signer.Name, "quote-converted", quote.Number, $"{{\"contract\":\"{System.Text.Json.JsonEncodedText.Encode(contract.Number)}\",\"seal\":\"{Convert.ToHexStringLower(acceptance.Hash.AsSpan())}\"}}"));
        return new AcceptedQuote(acceptance, contract.Number, IsNew: true);
    }

    // The old contract gives way on the new one's first day, in the same transaction: no day is billed by both or by neither.
    private void Renew(QuoteContent content, Contract successor, Signer signer)
    {
        if (content.Renews is not { } number)
        {
            return;
        }

        using var reader = new ContractReader(_store, _sellerId);
        var stored = reader.Find(number) ?? throw new StorageException(StorageFault.Refused, $"There is no contract {number} to renew in '{_store.Path}'.");
        var renewed = stored.Contract.Move(new AmendmentNote(successor.Terms.Start, signer.At, signer.Name, $"renewed by {successor.Number}"), ContractAction.Renew);
        using var amendments = new AmendmentWriter(_store, _sellerId);
        amendments.Append(stored.Id, renewed);
    }

    private string ContractNumber(string quote)
    {
        var number = "C" + quote[1..];
        using var known = _store.Prepare("SELECT count(*) FROM contract WHERE seller_id = ?1 AND (number = ?2 OR number LIKE ?2 || '-%')");
        known.Bind(1, _sellerId).Bind(2, number).Step();
        var taken = known.Int64(0);
        known.Reset();
        return taken == 0 ? number : FormattableString.Invariant($"{number}-{taken + 1}");
    }

    private AcceptedQuote? FindById(long id)
    {
        using var rows = _store.Prepare(
            """
            SELECT a.evidence, a.hash, c.number FROM quote_acceptance AS a
              JOIN contract AS c ON c.seller_id = a.seller_id AND c.contract_id = a.contract_id
             WHERE a.seller_id = ?1 AND a.quote_id = ?2
            """);
        if (!rows.Bind(1, _sellerId).Bind(2, id).Step())
        {
            return null;
        }

        var acceptance = Acceptance.Read(rows.Bytes(0).ToArray());
        return acceptance.Hash.AsSpan().SequenceEqual(rows.Bytes(1))
            ? new AcceptedQuote(acceptance, rows.Text(2), IsNew: false)
            : throw new StorageException(StorageFault.Damaged, $"The evidence of quote {acceptance.Quote} in '{_store.Path}' does not fit its hash.");
    }
}
