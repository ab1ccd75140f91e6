using System.Collections.Immutable;
using Msp.Billing.EntityFrameworkCore.Quotes;
using Msp.Billing.Quotes;
using Msp.Quoting.Web.Localization;
using Msp.Quoting.Web.Quoting;

namespace Msp.Quoting.Web.Proposals;

/// <summary>Makes the view of what a link led to: where costs and internal notes stay behind.</summary>
internal static class ProposalViews
{
    /// <summary>The view of a linked proposal for a choice.</summary>
    /// <exception cref="QuoteChoiceException">It does not offer the choice.</exception>
    public static ProposalView Of(LinkedProposal linked, QuoteChoice choice, SignEntry sign, bool compares, Texts texts)
    {
        ArgumentNullException.ThrowIfNull(linked);
        var shared = linked.Shared;
        var proposal = Proposal.Of(
            shared.Quote.Number, shared.Link.Revision, shared.Status, linked.Seller.Name, shared.Customer, shared.Frozen.Content, choice, linked.Tax);
        return new ProposalView
        {
            Proposal = proposal,
            Today = linked.Clock.Today,
            Zone = linked.Clock.LocalTimeZone,
            PreparedFor = shared.Link.ContactName,
            PreparedBy = linked.Sender,
            IsOpen = linked.IsOpen,
            ReplacedBy = shared.ReplacedBy,
            Accepted = linked.IsAcceptedHere && linked.Accepted is { } accepted ? Of(accepted) : null,
            History = HistoryOf(linked, texts),
            Comparison = compares ? ComparisonOf(proposal) : null,
            Consent = ConsentOf(proposal.ConsentText, texts),
            Sign = sign,
            Brand = BrandView.Of(linked.Settings, "./"),
        };
    }

    /// <summary>The choice before the customer decides, or the accepted one.</summary>
    public static QuoteChoice ChoiceOf(LinkedProposal linked)
    {
        ArgumentNullException.ThrowIfNull(linked);
        return linked.IsAcceptedHere && linked.Accepted is { } accepted ? accepted.Acceptance.Choice : linked.Shared.Frozen.Content.DefaultChoice();
    }

    /// <summary>The comparison as the revision holds it: nothing is computed again.</summary>
    internal static ComparisonView? ComparisonOf(Proposal proposal) =>
        ComparisonView.Of(proposal.Comparison, proposal.Chosen.Code, PlanGroup.Of(proposal).Select(group => (group.Name, group.Shown.Code)));

    /// <summary>The declaration as a page shows it: the usual words in the reader's language, the seller's own as they were written.</summary>
    internal static Consent ConsentOf(string text, Texts texts) =>
        text == QuoteContent.DefaultConsentText ? new Consent(texts[text], texts.Language) : new Consent(text, "");

    private static AcceptedView Of(AcceptedQuote accepted)
    {
        var signer = accepted.Acceptance.Signer;
        return new AcceptedView(signer.Name, signer.Role, signer.At, accepted.Contract, accepted.Acceptance.Consent, Convert.ToHexStringLower(accepted.Acceptance.Hash.AsSpan()));
    }

    private static ImmutableArray<HistoryEntry> HistoryOf(LinkedProposal linked, Texts texts)
    {
        var revision = linked.Shared.Link.Revision;
        return
        [
            .. linked.Events.Where(known => known.IsForCustomer && known.Revision <= revision)
                .Concat(linked.Events.Where(known => known.Revision > revision && known.Action == QuoteAction.Send))
                .Select(known => new HistoryEntry(known.At, WordsOf(known, revision, linked.Seller.Name, texts), known.Kind is QuoteEventKind.Question or QuoteEventKind.Reply || known.Action == QuoteAction.Decline ? known.Text : "")),
        ];
    }

    private static string WordsOf(QuoteEvent known, int revision, string seller, Texts texts) => (known.Kind, known.Action) switch
    {
        (QuoteEventKind.Question, _) => texts["{0} wrote to us", known.Author],
        (QuoteEventKind.Reply, _) => texts["{0} answered", seller],
        (_, QuoteAction.Send) => known.Revision > revision ? texts["Replaced by version {0}", known.Revision] : texts["Version {0} sent", known.Revision],
        (_, QuoteAction.View) => texts["Version {0} opened", known.Revision],
        (_, QuoteAction.Accept) => texts["Accepted by {0}", known.Author],
        (_, QuoteAction.Decline) => texts["Declined by {0}", known.Author],
        _ => known.Author,
    };
}
