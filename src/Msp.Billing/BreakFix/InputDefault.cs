using System.Globalization;

namespace Msp.Billing.BreakFix;

/// <summary>What a number of the comparison is when nobody says otherwise, how far it may be off, and where it comes from.</summary>
/// <remarks>Amounts are US dollars. An offer's own numbers have no default: low, value and high are then a band for the sensitivity only.</remarks>
public sealed record InputDefault
{
    internal InputDefault(
        ComparisonInput input, InputUnit unit, (double Least, double Most) allowed, (double Low, double Value, double High) likely,
        InputStatus status, string source)
    {
        Input = input;
        Unit = unit;
        (Least, Most) = allowed;
        (Low, Value, High) = likely;
        Status = status;
        Source = source;
    }

    /// <summary>Which number.</summary>
    public ComparisonInput Input { get; }

    /// <summary>In what it is counted.</summary>
    public InputUnit Unit { get; }

    /// <summary>The smallest number that is accepted.</summary>
    public double Least { get; }

    /// <summary>The largest number that is accepted.</summary>
    public double Most { get; }

    /// <summary>The low end of what is likely; where the sensitivity begins.</summary>
    public double Low { get; }

    /// <summary>The default.</summary>
    public double Value { get; }

    /// <summary>The high end of what is likely.</summary>
    public double High { get; }

    /// <summary>Where it comes from.</summary>
    public InputStatus Status { get; }

    /// <summary>The source, the arithmetic or the reason, in a sentence; A to D grades a source: official, distributor, blog, single post.</summary>
    public string Source { get; }

    /// <summary>Whether the unit is an amount, which depends on the currency.</summary>
    public bool IsAmount => Unit >= InputUnit.Money;

    /// <summary>Refuses a number out of bounds, in amounts of a currency that has so many units to the dollar.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of bounds or none.</exception>
    internal double Check(double value, double unitsPerDollar)
    {
        var factor = IsAmount ? unitsPerDollar : 1;
        return value >= Least * factor && value <= Most * factor
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), string.Create(
                CultureInfo.InvariantCulture, $"{Input} cannot be {value}: it is from {Least * factor} to {Most * factor} ({Unit})."));
    }
}
