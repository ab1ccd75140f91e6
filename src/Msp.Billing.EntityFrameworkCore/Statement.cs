using Msp.Billing.EntityFrameworkCore.Schema;

namespace Msp.Billing.EntityFrameworkCore;

/// <summary>A prepared statement, bound and read by place: no names and no boxes on the way to the database.</summary>
/// <remarks>
/// Parameters are written ?1, ?2 and count from 1; columns count from 0. Bound values stay until they are bound again.
/// Days, instants, prices and yes or no are kept alike everywhere, so what is read from one database is what is read from another. Not thread-safe.
/// </remarks>
internal abstract class Statement : IDisposable
{
    public abstract void Dispose();

    /// <summary>Goes to the next row.</summary>
    /// <returns>False at the end; the statement can then be bound and run again.</returns>
    internal abstract bool Step();

    /// <summary>Runs a statement that gives no rows.</summary>
    internal virtual void Run()
    {
        while (Step())
        {
        }
    }

    /// <summary>Leaves the rest of the rows.</summary>
    internal abstract void Reset();

    internal abstract Statement Bind(int index, long value);

    internal abstract Statement Bind(int index, string? text);

    internal abstract Statement Bind(int index, ReadOnlySpan<byte> bytes);

    internal abstract Statement Bind(int index, DateOnly day);

    internal Statement Bind(int index, bool value) => Bind(index, value ? 1L : 0L);

    internal Statement Bind(int index, long? value) => value is { } known ? Bind(index, known) : BindNull(index, ValueKind.Number);

    internal Statement Bind(int index, DateTimeOffset instant) => Bind(index, instant.UtcTicks);

    internal Statement Bind(int index, DateOnly? day) => day is { } known ? Bind(index, known) : BindNull(index, ValueKind.Day);

    /// <summary>Binds a price or a quantity as millionths.</summary>
    /// <exception cref="OverflowException">It is beyond what is kept.</exception>
    internal Statement Bind(int index, decimal value) => Bind(index, Millionths.Of(value));

    internal Statement Bind(int index, decimal? value) => value is { } known ? Bind(index, known) : BindNull(index, ValueKind.Number);

    /// <summary>Binds a price or a quantity that must not lose anything.</summary>
    /// <exception cref="StorageException">It is finer than a millionth or beyond what is kept.</exception>
    internal Statement BindExact(int index, decimal value) => value % (1m / Millionths.Scale) == 0 && Math.Abs(value) <= Millionths.Largest
        ? Bind(index, value)
        : throw new StorageException(
            StorageFault.Refused,
            FormattableString.Invariant($"{value} cannot be kept exactly: prices and quantities have at most six decimals and are at most {Millionths.Largest}."));

    internal Statement BindExact(int index, decimal? value) => value is { } known ? BindExact(index, known) : BindNull(index, ValueKind.Number);

    /// <summary>Binds that there is no value.</summary>
    /// <param name="index">The parameter.</param>
    /// <param name="kind">What there would be, for databases that want to know.</param>
    internal abstract Statement BindNull(int index, ValueKind kind);

    internal abstract bool IsNull(int column);

    internal abstract long Int64(int column);

    internal int Int32(int column) => (int)Int64(column);

    internal bool Boolean(int column) => Int64(column) != 0;

    internal decimal Decimal(int column) => Millionths.From(Int64(column));

    internal DateTimeOffset Instant(int column) => new(Int64(column), TimeSpan.Zero);

    /// <summary>The bytes of a blob; empty where there is none; valid until the next step.</summary>
    internal abstract ReadOnlySpan<byte> Bytes(int column);

    /// <summary>A text that many rows have; the same text is the same string where a database can tell cheaply.</summary>
    internal abstract string Text(int column);

    /// <summary>A text that no other row has.</summary>
    internal abstract string UniqueText(int column);

    internal string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    internal abstract DateOnly Day(int column);

    internal DateOnly? DayOrNull(int column) => IsNull(column) ? null : Day(column);
}
