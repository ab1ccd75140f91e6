using Msp.Billing.BreakFix;
using Msp.Quoting.Web.Charts;

namespace Msp.Quoting.Web.Proposals;

/// <summary>The comparison with break-fix as a customer sees it: the finding in words, the drawing and its caveats.</summary>
/// <param name="Chart">The figures of the drawing.</param>
/// <param name="Verdict">What follows; it may go against the seller.</param>
/// <param name="Saving">By how much break-fix costs more over the months on average, in major units; below zero when it costs less.</param>
/// <param name="BreakFixCheaperIn">In how many of a hundred years break-fix is cheaper.</param>
/// <param name="AssumedInputs">How many of the numbers are assumptions, not stated by the customer.</param>
/// <param name="Inputs">On how many numbers it rests.</param>
public sealed record ComparisonView(CostChart Chart, Verdict Verdict, decimal Saving, int BreakFixCheaperIn, int AssumedInputs, int Inputs);
