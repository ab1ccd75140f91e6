using Msp.Billing.Amounts;

namespace Msp.Billing.Invoicing;

/// <summary>The tax of an amount, rounded once to the minor unit; the sign follows the amount.</summary>
internal static class DocumentTax
{
    /// <summary>One, in the unit of <see cref="Percentage.Millionths"/>.</summary>
    internal const long Whole = 1_000_000;

    /// <summary>The tax on an amount before tax, in minor units.</summary>
    internal static long On(long minorUnits, Percentage rate, RoundingMode mode) => Rounding.ToMinorUnits(minorUnits * rate.Value, 100, 0, mode);

    /// <summary>The tax in an amount that includes it, in minor units: net comes first, tax is the rest.</summary>
    internal static long Included(long minorUnits, Percentage rate, RoundingMode mode) =>
        minorUnits - Rounding.ToMinorUnits((decimal)minorUnits * Whole, Whole + rate.Millionths, 0, mode);
}
