using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore.Quotes;
using Msp.Billing.Invoicing;
using Msp.Billing.Quotes;
using Msp.Quoting.Web.Sellers;
using Msp.Quoting.Web.Staff;

namespace Msp.Quoting.Web.Proposals;

/// <summary>Where a link led: everything that is known, costs included. Pages make a <see cref="ProposalView"/> of it and show nothing else.</summary>
/// <param name="SellerId">The seller's number in storage.</param>
/// <param name="Seller">Who offers.</param>
/// <param name="Settings">What it set for its pages.</param>
/// <param name="Clock">Its clock and calendar.</param>
/// <param name="Tax">Its taxes.</param>
/// <param name="Shared">The quote, its frozen revision and the link.</param>
/// <param name="Events">What happened to the quote.</param>
/// <param name="Sender">Who sent it, by name; empty when that is not known.</param>
/// <param name="Accepted">The acceptance; null while there is none.</param>
internal sealed record LinkedProposal(
    long SellerId, Seller Seller, SellerSettings Settings, SellerClock Clock, ITaxCalculator Tax, SharedQuote Shared, IReadOnlyList<QuoteEvent> Events,
    string Sender, AcceptedQuote? Accepted)
{
    /// <summary>Whether this revision, and not another, was accepted.</summary>
    public bool IsAcceptedHere => Accepted is { } accepted && accepted.Acceptance.Revision == Shared.Link.Revision;

    /// <summary>Whether the customer can still accept or decline.</summary>
    public bool IsOpen => Shared.IsOpen && QuoteLifecycle.IsOpen(Shared.Status);
}
