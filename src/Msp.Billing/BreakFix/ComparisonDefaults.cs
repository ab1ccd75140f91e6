using System.Collections.Immutable;

namespace Msp.Billing.BreakFix;

/// <summary>The default of every number of the comparison, with its status. This is what the page and docs/break-fix-comparison.md print.</summary>
/// <remarks>A seller whose customers know better overrides them; none is evidence about a market.</remarks>
public static partial class ComparisonDefaults
{
    /// <summary>In the order of <see cref="ComparisonInput"/>; one for each.</summary>
    public static ImmutableArray<InputDefault> All { get; } =
        [.. Firm, .. Calls, .. Waiting, .. Outages, .. Security, .. Offer, .. Effects, .. Term, .. Hire];

    /// <summary>The default of one number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such number.</exception>
    public static InputDefault Of(ComparisonInput input) => (int)input >= 1 && (int)input <= All.Length
        ? All[(int)input - 1]
        : throw new ArgumentOutOfRangeException(nameof(input), input, "The comparison has no such number.");

    private static InputDefault Row(
        ComparisonInput input, InputUnit unit, (double Least, double Most) allowed, (double Low, double Value, double High) likely,
        InputStatus status, string source) =>
        new(input, unit, allowed, likely, status, source);

    private static InputDefault FromOffer(ComparisonInput input, InputUnit unit, (double Least, double Most) allowed, double value, string source) =>
        new(input, unit, allowed, (value, value, value), InputStatus.Offer, source);
}
