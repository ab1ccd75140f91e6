using Msp.Billing.Contracts;
using Msp.Billing.Quotes;

namespace Msp.Billing.EntityFrameworkCore.Quotes;

/// <summary>What a link leads to.</summary>
/// <param name="Link">The link. Expired or revoked ones are told as such and show nothing else.</param>
/// <param name="IsOpen">Whether the link still opens.</param>
/// <param name="Quote">The quote with its moves.</param>
/// <param name="Status">Where the link's revision is today.</param>
/// <param name="ReplacedBy">The revision that was sent in its place; null when it is the newest.</param>
/// <param name="Customer">Who would pay.</param>
/// <param name="Frozen">What the revision says; make a <see cref="Proposal"/> of it for the page.</param>
public sealed record SharedQuote(QuoteLink Link, bool IsOpen, Quote Quote, QuoteStatus Status, int? ReplacedBy, Customer Customer, FrozenRevision Frozen);
