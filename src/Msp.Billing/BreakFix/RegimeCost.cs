using System.Collections.Immutable;
using Msp.Billing.Amounts;

namespace Msp.Billing.BreakFix;

/// <summary>What a regime costs: its lines, the year, and the term at today's value.</summary>
/// <param name="Regime">The regime.</param>
/// <param name="Lines">The average year line by line; lines of nothing are left out. They sum to the mean exactly.</param>
/// <param name="AllIn">A year, lost time and revenue included.</param>
/// <param name="Cash">A year, only what is paid to others.</param>
/// <param name="PresentValue">The average over the whole term at today's value, all in: years count from their middle, one-off amounts from their day.</param>
/// <param name="CashPresentValue">The same of what is paid to others.</param>
public sealed record RegimeCost(
    Regime Regime, ImmutableArray<CostLine> Lines, CostFigures AllIn, CostFigures Cash, Money PresentValue, Money CashPresentValue);
