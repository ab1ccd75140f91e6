using System.Collections.Immutable;
using Msp.Billing.Quotes;

namespace Msp.Quoting.Web.Proposals;

/// <summary>The options of one plan: the same services for another term, or billed more or less often.</summary>
/// <param name="Key">The value of its radio button.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Shown">The option that it stands for: the chosen one, or the one most like it.</param>
/// <param name="IsChosen">Whether the chosen option is one of them.</param>
/// <param name="IsRecommended">Whether the recommended option is one of them.</param>
/// <param name="Options">All of them, in the order of the quote.</param>
public sealed record PlanGroup(string Key, string Name, ProposalOption Shown, bool IsChosen, bool IsRecommended, ImmutableArray<ProposalOption> Options)
{
    /// <summary>The groups of a proposal, in the order of its options.</summary>
    public static ImmutableArray<PlanGroup> Of(Proposal proposal)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        var chosen = proposal.Chosen;
        return
        [
            .. proposal.Options.GroupBy(option => KeyOf(option.Plan, option.Code)).Select(group =>
            {
                var shown = group.FirstOrDefault(option => option.Code == chosen.Code)
                    ?? group.FirstOrDefault(option => option.TermMonths == chosen.TermMonths && option.Cadence == chosen.Cadence)
                    ?? group.First();
                var name = group.Count() == 1 ? shown.Name : shown.Plan?.Name ?? shown.Name;
                return new PlanGroup(group.Key, name, shown, shown.Code == chosen.Code, group.Any(option => option.IsRecommended), [.. group]);
            }),
        ];
    }

    /// <summary>The option that a customer means by a plan and the terms that were shown with another.</summary>
    /// <param name="content">What is offered.</param>
    /// <param name="plan">The group's key; null where none was posted.</param>
    /// <param name="terms">The code of the option whose terms were chosen; null where none was posted.</param>
    /// <returns>Null when there is no such plan.</returns>
    internal static QuoteOption? Find(QuoteContent content, string? plan, string? terms)
    {
        var asked = terms is null ? null : content.Find(terms);
        var group = content.Options.Where(option => plan is null || KeyOf(option.Plan, option.Code) == plan).ToList();
        return plan is null && asked is null ? null
            : asked is not null && group.Contains(asked) ? asked
            : group.FirstOrDefault(option => asked is not null && option.TermMonths == asked.TermMonths && option.Cadence == asked.Cadence) ?? group.FirstOrDefault();
    }

    private static string KeyOf(OfferedPlan? plan, string option) => plan?.Code ?? option;
}
