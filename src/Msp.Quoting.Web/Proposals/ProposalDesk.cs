using Microsoft.EntityFrameworkCore;
using Msp.Billing.EntityFrameworkCore;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.EntityFrameworkCore.Quotes;
using Msp.Billing.Invoicing;
using Msp.Billing.Quotes;
using Msp.Quoting.Web.Hosting;
using Msp.Quoting.Web.Sellers;
using Msp.Quoting.Web.Staff;

namespace Msp.Quoting.Web.Proposals;

/// <summary>Finds what a customer's link leads to, and stores what the customer answers: the one place where the public pages read and write. One for each request.</summary>
/// <remarks>Nobody is signed in here: the seller follows from the link.</remarks>
internal sealed class ProposalDesk(DatabaseFile file, WebDb web, TimeProvider world) : IDisposable
{
    private BillingStore? _store;

    private BillingStore Store => _store ??= file.Open();

    /// <summary>What a link leads to; null for one that was never given, or was revoked: who holds it is not told which.</summary>
    public LinkedProposal? Find(LinkToken token)
    {
        ArgumentNullException.ThrowIfNull(token);
        foreach (var (sellerId, seller, _) in new SellerBook(Store).All())
        {
            var settings = web.Settings.AsNoTracking().SingleOrDefault(one => one.SellerId == sellerId) ?? new SellerSettings { SellerId = sellerId };
            var clock = new SellerClock(world, TimeSpan.FromTicks(settings.ClockBehindTicks), TimeZoneInfo.FindSystemTimeZoneById(seller.TimeZone));
            if (new QuoteLinks(Store, sellerId).Find(token.Value, clock.GetUtcNow(), clock.Today) is { Link.RevokedAt: null } shared)
            {
                var (quotes, number) = (new QuoteStore(Store, sellerId), shared.Quote.Number);
                return new LinkedProposal(
                    sellerId, seller, settings, clock, new TableTaxCalculator(new SellerBook(Store).TaxTableOf(sellerId)), shared, quotes.History(number),
                    SenderOf(shared.Link.CreatedBy),
                    new QuoteAcceptances(Store, sellerId).Find(number));
            }
        }

        return null;
    }

    /// <summary>Records that the customer looked: somebody did something on the page. A mail scanner that fetches it does not.</summary>
    public void NoteSeen(LinkToken token, LinkedProposal linked) =>
        new QuoteLinks(Store, linked.SellerId).Open(token.Value, linked.Clock.GetUtcNow(), linked.Clock.Today);

    /// <summary>Accepts: evidence and contract, both or neither. Again gives the same contract.</summary>
    /// <exception cref="StorageException">The link does not open any more.</exception>
    /// <exception cref="QuoteMoveException">It can no longer be accepted.</exception>
    /// <exception cref="QuoteChoiceException">It does not offer the choice.</exception>
    public AcceptedQuote Accept(LinkToken token, LinkedProposal linked, QuoteChoice choice, Signer signer) =>
        new QuoteAcceptances(Store, linked.SellerId).Accept(token.Value, choice, signer, linked.Clock.Today);

    /// <summary>Declines.</summary>
    /// <exception cref="StorageException">The link does not open any more.</exception>
    /// <exception cref="QuoteMoveException">It can no longer be declined.</exception>
    public void Decline(LinkToken token, LinkedProposal linked, string name, string reason) =>
        new QuoteLinks(Store, linked.SellerId).Decline(token.Value, name, reason, linked.Clock.GetUtcNow(), linked.Clock.Today);

    /// <summary>Stores a question or wish.</summary>
    /// <exception cref="StorageException">The link does not open any more.</exception>
    public void Ask(LinkToken token, LinkedProposal linked, string question) =>
        new QuoteLinks(Store, linked.SellerId).Ask(token.Value, question, linked.Clock.GetUtcNow(), linked.Clock.Today);

    // The log keeps sign-in names; customers read the name that colleagues read.
    private string SenderOf(string author) =>
        web.Users.Where(user => user.Email == author).Select(user => user.DisplayName).FirstOrDefault() ?? (author.Contains('@', StringComparison.Ordinal) ? "" : author);

    /// <inheritdoc/>
    public void Dispose() => _store?.Dispose();
}
