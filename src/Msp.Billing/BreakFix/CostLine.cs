using System.Collections.Immutable;
using Msp.Billing.Amounts;

namespace Msp.Billing.BreakFix;

/// <summary>What one thing costs on average in a year under a regime, and the factors whose product it is.</summary>
/// <param name="Kind">What for.</param>
/// <param name="PerYear">The mean per year, before tax, rounded to the minor unit.</param>
/// <param name="Factors">Their product is the amount before rounding: a reader can check it.</param>
public sealed record CostLine(CostKind Kind, Money PerYear, ImmutableArray<CostFactor> Factors)
{
    /// <summary>Whether money leaves the firm, rather than time or revenue being lost.</summary>
    public bool IsCash => LeavesTheFirm(Kind);

    /// <summary>Whether it falls due once in the term and is spread over it.</summary>
    public bool IsOneOff => Kind is CostKind.Onboarding or CostKind.Exit;

    /// <summary>Whether it is the offer's own price, which rises by the plan's uplift.</summary>
    public bool IsPlan => Kind is CostKind.PlanUsers or CostKind.PlanOther;

    /// <summary>Whether such a cost is money that leaves the firm.</summary>
    internal static bool LeavesTheFirm(CostKind kind) => kind is not (CostKind.Waiting or CostKind.OutageTime or CostKind.OutageRevenue);
}
