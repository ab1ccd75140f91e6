using System.Globalization;

namespace Msp.Billing.Periods;

/// <summary>How often a charge recurs: every so many months, weeks or days.</summary>
/// <remarks>A year is twelve months. <c>default</c> is no cadence and is refused wherever one is needed.</remarks>
public readonly record struct Cadence
{
    /// <summary>Creates a cadence.</summary>
    /// <param name="count">How many units; 1 to 1,200.</param>
    /// <param name="unit">Months, weeks or days.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count or unit is out of range.</exception>
    public Cadence(int count, CadenceUnit unit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, 1_200);
        if (unit is not (CadenceUnit.Month or CadenceUnit.Week or CadenceUnit.Day))
        {
            throw new ArgumentOutOfRangeException(nameof(unit), unit, "A cadence counts months, weeks or days.");
        }

        Count = count;
        Unit = unit;
    }

    /// <summary>Every month.</summary>
    public static Cadence Monthly { get; } = new(1, CadenceUnit.Month);

    /// <summary>Every three months.</summary>
    public static Cadence Quarterly { get; } = new(3, CadenceUnit.Month);

    /// <summary>Every six months.</summary>
    public static Cadence HalfYearly { get; } = new(6, CadenceUnit.Month);

    /// <summary>Every twelve months.</summary>
    public static Cadence Yearly { get; } = new(12, CadenceUnit.Month);

    /// <summary>How many units; 1 or more.</summary>
    public int Count { get; }

    /// <summary>Months, weeks or days.</summary>
    public CadenceUnit Unit { get; }

    /// <summary>Every so many months.</summary>
    public static Cadence Months(int count) => new(count, CadenceUnit.Month);

    /// <summary>Every so many weeks.</summary>
    public static Cadence Weeks(int count) => new(count, CadenceUnit.Week);

    /// <summary>Every so many days.</summary>
    public static Cadence Days(int count) => new(count, CadenceUnit.Day);

    /// <summary>Reads what <see cref="ToString"/> writes: <c>1M</c>, <c>3M</c>, <c>2W</c>, <c>10D</c>.</summary>
    /// <returns>False when the text is no cadence.</returns>
    public static bool TryParse(string? text, out Cadence cadence)
    {
        cadence = default;
        if (text is null || text.Length < 2 ||
            !int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ||
            count is < 1 or > 1_200)
        {
            return false;
        }

        CadenceUnit? unit = text[^1] switch { 'M' => CadenceUnit.Month, 'W' => CadenceUnit.Week, 'D' => CadenceUnit.Day, _ => null };
        cadence = unit is { } known ? new Cadence(count, known) : default;
        return unit is not null;
    }

    /// <summary>The count and the unit's first letter: <c>1M</c> for monthly, <c>12M</c> for yearly, <c>2W</c> for fortnightly.</summary>
    public override string ToString() =>
        Count.ToString(CultureInfo.InvariantCulture) + Unit switch { CadenceUnit.Month => "M", CadenceUnit.Week => "W", _ => "D" };
}
