using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Msp.Billing.EntityFrameworkCore.Schema;

/// <summary>Keeps prices and quantities as whole millionths in 64 bits, which SQL can compare and sum exactly.</summary>
internal sealed class Millionths() : ValueConverter<decimal, long>(value => Of(value), units => From(units))
{
    internal const decimal Scale = 1_000_000m;
    internal const decimal Largest = 9_223_372_036_854.775807m;

    /// <summary>The millionths of a value; what is finer than a millionth falls off, as it does in a document's canonical bytes.</summary>
    /// <exception cref="OverflowException">The value is beyond 9,223,372,036,854.775807.</exception>
    internal static long Of(decimal value) => decimal.ToInt64(value * Scale);

    internal static decimal From(long units)
    {
        var magnitude = units < 0 ? (ulong)-(units + 1) + 1 : (ulong)units;
        return new decimal(unchecked((int)(uint)magnitude), unchecked((int)(uint)(magnitude >> 32)), 0, units < 0, 6);
    }
}
