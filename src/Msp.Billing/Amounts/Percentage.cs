using System.Globalization;

namespace Msp.Billing.Amounts;

/// <summary>A percentage, such as a discount of 12.5 or a tax rate of 19; up to four decimals.</summary>
/// <remarks><c>default</c> is zero percent.</remarks>
public readonly record struct Percentage : IComparable<Percentage>
{
    /// <summary>Creates a percentage.</summary>
    /// <param name="value">In percent: 19 means 19 %, not 0.19. Between -100 and 1,000, with at most four decimals.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range or too fine.</exception>
    public Percentage(decimal value)
    {
        if (value is < -100m or > 1_000m || value % 0.0001m != 0)
        {
            throw new ArgumentOutOfRangeException(nameof(value), string.Create(
                CultureInfo.InvariantCulture,
                $"{value} is not a percentage: it is from -100 to 1,000 and has at most four decimals; 19 means 19 %, not 0.19."));
        }

        Value = value;
    }

    /// <summary>In percent: 19 means 19 %.</summary>
    public decimal Value { get; }

    /// <summary>As a factor: 0.19 for 19 %.</summary>
    public decimal Fraction => Value / 100m;

    /// <summary>In millionths of one: 190000 for 19 %. What is stored.</summary>
    public long Millionths => decimal.ToInt64(Value * 10_000m);

    /// <summary>A percentage from millionths of one.</summary>
    public static Percentage FromMillionths(long millionths) => new(millionths / 10_000m);

    /// <summary>Smaller than.</summary>
    public static bool operator <(Percentage left, Percentage right) => left.Value < right.Value;

    /// <summary>Larger than.</summary>
    public static bool operator >(Percentage left, Percentage right) => left.Value > right.Value;

    /// <summary>Smaller or equal.</summary>
    public static bool operator <=(Percentage left, Percentage right) => left.Value <= right.Value;

    /// <summary>Larger or equal.</summary>
    public static bool operator >=(Percentage left, Percentage right) => left.Value >= right.Value;

    /// <summary>By value.</summary>
    public int CompareTo(Percentage other) => Value.CompareTo(other.Value);

    /// <summary>In no culture: <c>8.25 %</c>.</summary>
    public override string ToString() => Value.ToString("0.####", CultureInfo.InvariantCulture) + " %";
}
