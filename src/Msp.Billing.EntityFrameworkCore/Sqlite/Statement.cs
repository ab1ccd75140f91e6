using System.Buffers;
using System.Text;
using Msp.Billing.EntityFrameworkCore.Schema;

namespace Msp.Billing.EntityFrameworkCore.Sqlite;

/// <summary>A prepared statement, bound and read by place: no names, no boxes, no strings on the way to the database.</summary>
/// <remarks>Parameters count from 1 and columns from 0, as in SQLite itself. Bound values stay until they are bound again. Not thread-safe.</remarks>
internal sealed unsafe class Statement : IDisposable
{
    private const int DayLength = 10;
    private readonly BillingStore _store;
    private nint _statement;

    internal Statement(BillingStore store, string sql)
    {
        _store = store;
        var text = Encoding.UTF8.GetBytes(sql);
        nint statement;
        int result;
        fixed (byte* start = text)
        {
            result = NativeSqlite.Prepare(store.Connection, start, text.Length, NativeSqlite.PreparePersistent, &statement, null);
        }

        if (result != NativeSqlite.Ok)
        {
            throw store.Failure(result);
        }

        _statement = statement;
    }

    public void Dispose()
    {
        // Statements are let go before their store is closed; one that is forgotten goes with the store.
        _ = NativeSqlite.Finish(_statement);
        _statement = 0;
    }

    /// <summary>Goes to the next row.</summary>
    /// <returns>False at the end; the statement can then be bound and run again.</returns>
    internal bool Step()
    {
        var result = NativeSqlite.Step(_statement);
        if (result == NativeSqlite.Row)
        {
            return true;
        }

        if (result == NativeSqlite.Done)
        {
            _ = NativeSqlite.Reset(_statement);
            return false;
        }

        var failure = _store.Failure(result);
        _ = NativeSqlite.Reset(_statement);
        throw failure;
    }

    /// <summary>Runs a statement that gives no rows.</summary>
    internal void Run()
    {
        while (Step())
        {
        }
    }

    /// <summary>Leaves the rest of the rows.</summary>
    internal void Reset() => _ = NativeSqlite.Reset(_statement);

    internal Statement Bind(int index, long value)
    {
        Check(NativeSqlite.BindInt64(_statement, index, value));
        return this;
    }

    internal Statement Bind(int index, bool value) => Bind(index, value ? 1L : 0L);

    internal Statement Bind(int index, long? value) => value is { } known ? Bind(index, known) : BindNull(index);

    internal Statement Bind(int index, DateTimeOffset instant) => Bind(index, instant.UtcTicks);

    internal Statement Bind(int index, string? text)
    {
        if (text is null)
        {
            return BindNull(index);
        }

        const int OnStack = 256;
        var longest = Encoding.UTF8.GetMaxByteCount(text.Length);
        var rented = longest > OnStack ? ArrayPool<byte>.Shared.Rent(longest) : null;
        var buffer = rented is null ? stackalloc byte[OnStack] : rented;
        var written = Encoding.UTF8.GetBytes(text, buffer);
        BindText(index, buffer[..written]);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return this;
    }

    internal Statement Bind(int index, ReadOnlySpan<byte> bytes)
    {
        fixed (byte* start = bytes)
        {
            Check(NativeSqlite.BindBlob(_statement, index, start, bytes.Length, NativeSqlite.Copied));
        }

        return this;
    }

    internal Statement Bind(int index, DateOnly day)
    {
        Span<byte> text = stackalloc byte[DayLength];
        day.TryFormat(text, out _, "O", null);
        BindText(index, text);
        return this;
    }

    internal Statement Bind(int index, DateOnly? day) => day is { } known ? Bind(index, known) : BindNull(index);

    /// <summary>Binds a price or a quantity as millionths.</summary>
    /// <exception cref="OverflowException">It is beyond what is kept.</exception>
    internal Statement Bind(int index, decimal value) => Bind(index, Millionths.Of(value));

    /// <summary>Binds a price or a quantity that must not lose anything.</summary>
    /// <exception cref="StorageException">It is finer than a millionth or beyond what is kept.</exception>
    internal Statement BindExact(int index, decimal value) => value % (1m / Millionths.Scale) == 0 && Math.Abs(value) <= Millionths.Largest
        ? Bind(index, value)
        : throw new StorageException(
            StorageFault.Refused,
            FormattableString.Invariant($"{value} cannot be kept exactly: prices and quantities have at most six decimals and are at most {Millionths.Largest}."));

    internal Statement BindExact(int index, decimal? value) => value is { } known ? BindExact(index, known) : BindNull(index);

    internal Statement Bind(int index, decimal? value) => value is { } known ? Bind(index, known) : BindNull(index);

    internal Statement BindNull(int index)
    {
        Check(NativeSqlite.BindNull(_statement, index));
        return this;
    }

    internal bool IsNull(int column) => NativeSqlite.ColumnType(_statement, column) == NativeSqlite.Null;

    internal long Int64(int column) => NativeSqlite.ColumnInt64(_statement, column);

    internal int Int32(int column) => (int)Int64(column);

    internal bool Boolean(int column) => Int32(column) != 0;

    internal decimal Decimal(int column) => Millionths.From(Int64(column));

    internal DateTimeOffset Instant(int column) => new(Int64(column), TimeSpan.Zero);

    /// <summary>The bytes of a text or blob; valid until the next step.</summary>
    internal ReadOnlySpan<byte> Bytes(int column)
    {
        var start = NativeSqlite.ColumnBlob(_statement, column);
        return new ReadOnlySpan<byte>(start, NativeSqlite.ColumnBytes(_statement, column));
    }

    /// <summary>A text that many rows have; the same text is the same string.</summary>
    internal string Text(int column) => _store.Strings.Of(Bytes(column));

    /// <summary>A text that no other row has.</summary>
    internal string UniqueText(int column) => Encoding.UTF8.GetString(Bytes(column));

    internal string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    internal DateOnly Day(int column)
    {
        var text = Bytes(column);
        return text.Length == DayLength
            ? new DateOnly((Digits(text, 0) * 100) + Digits(text, 2), Digits(text, 5), Digits(text, 8))
            : throw new StorageException(StorageFault.Damaged, $"'{Encoding.UTF8.GetString(text)}' stands in '{_store.Path}' where a day, such as 2026-03-31, is needed.");
    }

    internal DateOnly? DayOrNull(int column) => IsNull(column) ? null : Day(column);

    private void BindText(int index, ReadOnlySpan<byte> text)
    {
        // No address would bind NULL; the empty text needs one.
        byte none = 0;
        fixed (byte* start = text)
        {
            Check(NativeSqlite.BindText(_statement, index, start is null ? &none : start, text.Length, NativeSqlite.Copied));
        }
    }

    private static int Digits(ReadOnlySpan<byte> text, int at) => ((text[at] - '0') * 10) + text[at + 1] - '0';

    private void Check(int result)
    {
        if (result != NativeSqlite.Ok)
        {
            throw _store.Failure(result);
        }
    }
}
