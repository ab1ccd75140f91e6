using Msp.Billing.Amounts;
using Msp.Billing.Runs;

namespace Msp.Billing.Cli.Output;

/// <summary>The causes of a difference that are not zero, for programs and for people.</summary>
internal static class VarianceText
{
    /// <summary>By name, in major units.</summary>
    public static IReadOnlyDictionary<string, decimal> Of(Variance variance, Currency currency)
    {
        var causes = new SortedDictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var cause in Variance.Causes)
        {
            if (variance[cause] != 0)
            {
                causes.Add(EnumText.Name(cause), Money.FromMinorUnits(variance[cause], currency).Amount);
            }
        }

        return causes;
    }

    /// <summary>In one line, such as <c>quantity +150.00, tax +28.50</c>.</summary>
    public static string Line(Variance variance, Currency currency)
    {
        var parts = new List<string>();
        foreach (var cause in Variance.Causes)
        {
            if (variance[cause] != 0)
            {
                parts.Add($"{Words(cause)} {Figures.Signed(variance[cause], currency)}");
            }
        }

        return string.Join(", ", parts);
    }

    /// <summary>For people, such as <c>one-off charges</c>.</summary>
    public static string Words(VarianceCause cause) => cause switch
    {
        VarianceCause.New => "new lines",
        VarianceCause.Ended => "ended lines",
        VarianceCause.Proration => "part periods",
        VarianceCause.OneOff => "one-off charges",
        VarianceCause.Credit => "credits",
        VarianceCause.Adjustment => "adjustments",
        VarianceCause.Cadence => "other cadences",
        VarianceCause.NotBilled => "left unbilled",
        _ => EnumText.Words(cause),
    };
}
