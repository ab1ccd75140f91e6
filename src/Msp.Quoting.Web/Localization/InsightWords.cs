using Msp.Billing.Insights;
using Msp.Billing.Periods;

namespace Msp.Quoting.Web.Localization;

/// <summary>What the parts of insights are called on pages, in English; the resource files translate it.</summary>
internal static class InsightWords
{
    /// <summary>A kind of movement.</summary>
    public static string Of(MovementKind kind) => kind switch
    {
        MovementKind.New => "New customers",
        MovementKind.Reactivation => "Customers who came back",
        MovementKind.Expansion => "Expansion",
        MovementKind.Contraction => "Contraction",
        MovementKind.Churn => "Customers lost",
        _ => "Prices and discounts",
    };

    /// <summary>What a kind of movement is.</summary>
    public static string Lead(MovementKind kind) => kind switch
    {
        MovementKind.New => "had no recurring revenue before",
        MovementKind.Reactivation => "had some before, and none at the start of the month",
        MovementKind.Expansion => "more units, lines and contracts",
        MovementKind.Contraction => "fewer units, lines and contracts",
        MovementKind.Churn => "have none at the end of the month",
        _ => "uplifts, agreed prices and discounts of what stayed",
    };

    /// <summary>A part of the bridge to what was invoiced.</summary>
    public static string Of(BridgePart part) => part switch
    {
        BridgePart.Proration => "Part periods",
        BridgePart.Change => "Billed at another quantity or price",
        BridgePart.OtherCadence => "Quarterly, yearly and other cadences",
        BridgePart.Usage => "Reported use",
        BridgePart.OtherMonth => "Further months billed",
        BridgePart.NotBilled => "Not billed this month",
        BridgePart.Adjustment => "Adjustments of earlier months",
        BridgePart.Credit => "Credits",
        _ => "One-off charges",
    };

    /// <summary>How something leaks.</summary>
    public static string Of(LeakKind kind) => kind switch
    {
        LeakKind.CountedAboveBilled => "Counted above what is billed",
        LeakKind.CountedWhileNotBilled => "Counted while not billed",
        _ => "Vendor seats not billed",
    };

    /// <summary>How a leak is closed.</summary>
    public static string Fix(LeakKind kind) => kind switch
    {
        LeakKind.CountedAboveBilled => "They wait for the next period or renewal by the line's terms. Agree the change now, or let the terms change.",
        LeakKind.CountedWhileNotBilled => "The line is suspended or over. Take it up again, or take the units out of the tools.",
        _ => "The vendor charges to the end of its term. Bill them, use them elsewhere, or let them run out.",
    };

    /// <summary>The share of a period's price that belongs to a month, such as <c>÷ 3</c>; nothing for a month.</summary>
    public static string Share(Cadence cadence)
    {
        var (numerator, denominator) = MonthlyRate.Of(cadence);
        return (numerator, denominator) is (1, 1) ? "" : numerator == 1 ? FormattableString.Invariant($"÷ {denominator}") : FormattableString.Invariant($"× {numerator} ÷ {denominator}");
    }
}
