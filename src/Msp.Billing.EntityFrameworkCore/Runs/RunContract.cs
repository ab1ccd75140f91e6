using System.Collections.Immutable;
using Msp.Billing.Invoicing;
using Msp.Billing.Rating;
using Msp.Billing.Runs;

namespace Msp.Billing.EntityFrameworkCore.Runs;

/// <summary>One contract of a run with its document, and the document of the run before to hold beside it.</summary>
/// <param name="Review">What the run says of it.</param>
/// <param name="Document">What it bills; null when nothing. Before posting it has no number of its own.</param>
/// <param name="Explanation">How every figure of it came to be; null where there is none, or where it does not follow from the contract any more.</param>
/// <param name="Previous">What the run before posted for it; null when nothing.</param>
public sealed record RunContract(RunReviewItem Review, PostedDocument? Document, Explanation? Explanation, PostedDocument? Previous)
{
    /// <summary>Whether its document is issued.</summary>
    public bool IsPosted => Review.Item.Document is not null;

    /// <summary>What is wrong with it.</summary>
    public ImmutableArray<RunProblem> Problems => Review.Problems;
}
