using System.Globalization;

namespace Msp.Billing.Periods;

/// <summary>An exact share of a whole period, such as 17/31. Never rounded.</summary>
/// <remarks>Equality compares numerator and denominator as they are. <c>default</c> is 0/0 and stands for nothing; use <see cref="Zero"/> and <see cref="One"/>.</remarks>
/// <param name="Numerator">Zero or more.</param>
/// <param name="Denominator">Above zero.</param>
public readonly record struct Share(int Numerator, int Denominator)
{
    /// <summary>Nothing of the period.</summary>
    public static Share Zero { get; } = new(0, 1);

    /// <summary>The whole period.</summary>
    public static Share One { get; } = new(1, 1);

    /// <summary>Whether it is the whole period.</summary>
    public bool IsWhole => Numerator == Denominator;

    /// <summary>In no culture: <c>17/31</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");
}
