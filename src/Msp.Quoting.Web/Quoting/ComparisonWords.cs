using Msp.Billing.BreakFix;

namespace Msp.Quoting.Web.Quoting;

/// <summary>What the costs of the comparison are for, in English; the resource files translate it.</summary>
internal static class ComparisonWords
{
    /// <summary>A kind of cost.</summary>
    public static string Of(CostKind kind) => kind switch
    {
        CostKind.Repairs => "Calls and visits",
        CostKind.Waiting => "People waiting for help",
        CostKind.OutageRepairs => "Ending outages",
        CostKind.OutageTime => "People stopped by outages",
        CostKind.OutageRevenue => "Revenue lost in outages",
        CostKind.Security => "Security events",
        CostKind.SeparateStack => "Licences bought separately",
        CostKind.PlanUsers => "Plan, users",
        CostKind.PlanOther => "Plan, all else",
        CostKind.Onboarding => "Onboarding, spread over the term",
        CostKind.OutOfScope => "Hours that the plan does not cover",
        CostKind.Exit => "Leaving early",
        CostKind.Salaries => "Own technicians",
        _ => "Tools and training",
    };
}
