using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.EntityFrameworkCore.Quotes;
using Msp.Billing.Quotes;
using Msp.Quoting.Web.Quoting;
using Msp.Quoting.Web.Sellers;
using Msp.Quoting.Web.Staff;

namespace Msp.Quoting.Web.Proposals;

/// <summary>What the pages for checking, approving and sending a quote read and write. One for each request.</summary>
internal sealed class SendDesk(CurrentSeller seller, QuoteCalculator calculator, WebDb web)
{
    private QuoteStore? _store;

    private QuoteStore Store => _store ??= new QuoteStore(seller.Store, seller.Id);

    private QuoteLinks LinkStore => new(seller.Store, seller.Id);

    /// <summary>A quote that is about to be sent, or was; null where there is none.</summary>
    public SendableQuote? Find(string number)
    {
        if (Store.Find(number) is not { } stored)
        {
            return null;
        }

        using var customers = new CustomerReader(seller.Store, seller.Id);
        var customer = customers.Find(stored.Quote.Customer)?.Customer ?? throw new InvalidOperationException($"Customer {stored.Quote.Customer} is gone.");
        var revision = stored.Quote.LatestRevision;
        var frozen = Store.Frozen(number, revision);
        var reading = frozen is null ? calculator.Read(stored.Draft, customer) : null;
        var content = frozen?.Content ?? reading?.Content;
        return new SendableQuote(
            stored, customer, revision, stored.Quote.StatusOn(seller.Clock.Today, revision), content, reading?.Problems ?? [],
            content is null ? ApprovalAnswer.NotNeeded : ApprovalCheck.Of(content, calculator.Limits, customer, calculator.Tax), LinkStore.Of(number), frozen is not null);
    }

    /// <summary>What the customer would see of it, or sees, with the comparison where it is shared.</summary>
    /// <exception cref="QuoteChoiceException">It does not offer the choice.</exception>
    public Proposal PreviewOf(SendableQuote quote, QuoteContent content, QuoteChoice choice) =>
        ProposalOf(quote, quote.IsFrozen ? content : calculator.WithShared(content, quote.Stored.Draft, quote.Customer), choice);

    /// <summary>The same without the comparison, for a summary.</summary>
    /// <exception cref="QuoteChoiceException">It does not offer the choice.</exception>
    public Proposal ProposalOf(SendableQuote quote, QuoteContent content, QuoteChoice choice) => Proposal.Of(
        quote.Stored.Quote.Number, quote.Revision, QuoteLifecycle.IsOpen(quote.Status) ? quote.Status : QuoteStatus.Sent, seller.Seller.Name, quote.Customer, content, choice, calculator.Tax);

    /// <summary>Freezes it and offers it to the customer; nothing when it is offered already.</summary>
    /// <param name="quote">As it was found.</param>
    /// <param name="content">What it says.</param>
    /// <param name="shares">Whether the customer sees the comparison, which is then frozen with the rest; kept only while it is a draft.</param>
    /// <param name="sharesFit">The same for whether a managed service suits the customer.</param>
    /// <exception cref="QuoteConflictException">Somebody changed it since.</exception>
    /// <exception cref="QuoteMoveException">It needs an approval, or its last day has passed.</exception>
    public void Offer(SendableQuote quote, QuoteContent content, bool shares, bool sharesFit)
    {
        var (stored, number) = (quote.Stored, quote.Stored.Quote.Number);
        if (QuoteLifecycle.IsOpen(quote.Status))
        {
            return;
        }

        var (version, draft) = (stored.Version.Version, stored.Draft);
        var monthly = ProposalOf(quote, content, content.DefaultChoice()).Chosen.Monthly;
        if (quote.Status == QuoteStatus.Draft && (draft.SharesComparison, draft.SharesFit) != (shares, sharesFit))
        {
            draft = draft with { SharesComparison = shares, SharesFit = sharesFit };
            version = Store.Save(number, draft, version, Note(), monthly).Version;
        }

        Store.Send(number, version, calculator.WithShared(content, draft, quote.Customer), quote.Approval, Note(), monthly);
    }

    /// <summary>A link for a contact; its secret is told once and never again.</summary>
    /// <param name="quote">What is offered.</param>
    /// <param name="name">For whom.</param>
    /// <param name="email">Where it is sent; empty when unknown.</param>
    /// <param name="lastDay">The last day on which it opens, inclusive.</param>
    public string NewLink(SendableQuote quote, string name, string email, DateOnly lastDay)
    {
        var ends = TimeZoneInfo.ConvertTimeToUtc(lastDay.AddDays(1).ToDateTime(TimeOnly.MinValue), seller.Clock.LocalTimeZone);
        return LinkStore.Create(quote.Stored.Quote.Number, name, email, new DateTimeOffset(ends, TimeSpan.Zero), Note());
    }

    /// <summary>Makes a move: submit, approve, refuse. The rules that the quote breaks now are kept with it.</summary>
    /// <exception cref="QuoteMoveException">It cannot be made.</exception>
    public void Move(SendableQuote quote, QuoteAction action, string reason) => Store.Move(quote.Stored.Quote.Number, action, Note(reason), approval: quote.Approval);

    /// <summary>Who asked for the approval; null where nobody did.</summary>
    public static QuoteNote? Asked(SendableQuote quote) => quote.Stored.Quote.Moves.LastOrDefault(move => move.Revision == quote.Revision && move.Action == QuoteAction.Submit)?.Note;

    /// <summary>The number of people who may approve: in a shop of one, that one approves alone, and the record says so.</summary>
    public int Approvers() => (from user in web.Users
                               join held in web.UserRoles on user.Id equals held.UserId
                               join role in web.Roles on held.RoleId equals role.Id
                               where user.SellerId == seller.Id && user.BlockedAt == null && role.Name == StaffRoles.SalesManager
                               select user.Id).Distinct().Count();

    private QuoteNote Note(string reason = "") => new(seller.Clock.Today, seller.Clock.GetUtcNow(), seller.Author, reason);
}
