namespace Msp.Billing.EntityFrameworkCore.Postgres;

/// <summary>One value of a row: a number or a day's number, which need no object, or a text or bytes.</summary>
internal readonly struct Cell
{
    private static readonly object None = new();

    private Cell(long number, object? reference) => (Number, Reference) = (number, reference);

    /// <summary>That there is no value.</summary>
    internal static Cell Nothing { get; } = new(0, None);

    /// <summary>The number, or the day's number; 0 for anything else.</summary>
    internal long Number { get; }

    /// <summary>A <see cref="string"/> or an array of bytes; anything else otherwise.</summary>
    internal object? Reference { get; }

    internal bool IsNull => ReferenceEquals(Reference, None);

    internal static Cell Of(long number) => new(number, null);

    internal static Cell Of(DateOnly day) => new(day.DayNumber, null);

    internal static Cell Of(string text) => new(0, text);

    internal static Cell Of(byte[] bytes) => new(0, bytes);
}
