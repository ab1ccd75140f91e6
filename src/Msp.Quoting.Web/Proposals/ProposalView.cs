using System.Collections.Immutable;
using Msp.Billing.Quotes;
using Msp.Quoting.Web.Quoting;

namespace Msp.Quoting.Web.Proposals;

/// <summary>Everything that a page for a customer is given. It has no cost, no margin and no internal note; a test walks through every type of it.</summary>
public sealed class ProposalView
{
    /// <summary>The proposal for what is chosen.</summary>
    public required Proposal Proposal { get; init; }

    /// <summary>The seller's day.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The seller's time zone, in which instants are shown.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>For whom it was prepared; empty when nobody is named.</summary>
    public required string PreparedFor { get; init; }

    /// <summary>By whom it was sent; empty when nobody is named.</summary>
    public required string PreparedBy { get; init; }

    /// <summary>Whether it can be accepted or declined now.</summary>
    public required bool IsOpen { get; init; }

    /// <summary>Whether it is the seller's preview, in which nothing can be sent.</summary>
    public bool IsPreview { get; init; }

    /// <summary>The revision that took its place; null while none did.</summary>
    public int? ReplacedBy { get; init; }

    /// <summary>The acceptance; null while there is none.</summary>
    public AcceptedView? Accepted { get; init; }

    /// <summary>What happened, as far as the customer may know, the oldest first.</summary>
    public ImmutableArray<HistoryEntry> History { get; init; } = [];

    /// <summary>The comparison with break-fix; null where the seller does not share one.</summary>
    public ComparisonView? Comparison { get; init; }

    /// <summary>What is declared when it is accepted, as the page says it.</summary>
    public required Consent Consent { get; init; }

    /// <summary>The seller's colour and logo.</summary>
    public BrandView Brand { get; init; } = BrandView.None;

    /// <summary>What was entered to accept.</summary>
    public SignEntry Sign { get; init; } = new();

    /// <summary>The options by plan.</summary>
    public ImmutableArray<PlanGroup> Groups => PlanGroup.Of(Proposal);
}
