using System.Collections.Immutable;
using Msp.Billing.Contracts;
using Msp.Billing.Rating;

namespace Msp.Billing.Invoicing;

/// <summary>What it costs to leave a contract on a day, with what it is made of.</summary>
/// <param name="Quote">The fee and the steps of its arithmetic.</param>
/// <param name="Lines">The recurring lines that the fee is a share of, in the order of their numbers; empty where the fee does not depend on them.</param>
/// <param name="Explanation">The same as an explanation, for pages, documents and exports.</param>
public sealed record TerminationCost(TerminationQuote Quote, ImmutableArray<RemainingLine> Lines, Explanation Explanation);
