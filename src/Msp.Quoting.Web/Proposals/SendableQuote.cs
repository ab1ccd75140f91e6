using System.Collections.Immutable;
using Msp.Billing.Contracts;
using Msp.Billing.EntityFrameworkCore.Quotes;
using Msp.Billing.Quotes;

namespace Msp.Quoting.Web.Proposals;

/// <summary>The newest revision of a quote, on its way to the customer.</summary>
/// <param name="Stored">As it is stored.</param>
/// <param name="Customer">For whom.</param>
/// <param name="Revision">The revision's number.</param>
/// <param name="Status">Where it is today.</param>
/// <param name="Content">What it says; null while the draft cannot be read.</param>
/// <param name="Problems">What is wrong with the draft.</param>
/// <param name="Approval">Which rules it breaks.</param>
/// <param name="Links">Its links, the newest first.</param>
/// <param name="IsFrozen">Whether it was sent, so that nothing about it changes any more.</param>
internal sealed record SendableQuote(
    StoredQuote Stored, Customer Customer, int Revision, QuoteStatus Status, QuoteContent? Content, ImmutableArray<DraftProblem> Problems, ApprovalAnswer Approval, ImmutableArray<QuoteLink> Links,
    bool IsFrozen)
{
    /// <summary>Whether it can be offered, or a further link made, as it stands.</summary>
    public bool CanBeSent => Content is not null && (QuoteLifecycle.IsOpen(Status) || Status == QuoteStatus.Approved || (Status == QuoteStatus.Draft && !Approval.IsNeeded));
}
