using System.Buffers;
using System.Text;
using Msp.Billing.EntityFrameworkCore.Schema;
using SQLitePCL;

namespace Msp.Billing.EntityFrameworkCore.Sqlite;

/// <summary>A prepared statement, bound and read by place: no names, no boxes, no strings on the way to the database.</summary>
/// <remarks>Parameters count from 1 and columns from 0, as in SQLite itself. Bound values stay until they are bound again. Not thread-safe.</remarks>
internal sealed class Statement : IDisposable
{
    private const int DayLength = 10;
    private readonly BillingStore _store;
    private readonly sqlite3_stmt _statement;

    internal Statement(BillingStore store, string sql)
    {
        _store = store;
        var result = raw.sqlite3_prepare_v3(store.Handle, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement);
        if (result != raw.SQLITE_OK)
        {
            throw store.Failure(result);
        }
    }

    public void Dispose() => _statement.Dispose();

    /// <summary>Goes to the next row.</summary>
    /// <returns>False at the end; the statement can then be bound and run again.</returns>
    internal bool Step()
    {
        var result = raw.sqlite3_step(_statement);
        if (result == raw.SQLITE_ROW)
        {
            return true;
        }

        if (result == raw.SQLITE_DONE)
        {
            _ = raw.sqlite3_reset(_statement);
            return false;
        }

        var failure = _store.Failure(result);
        _ = raw.sqlite3_reset(_statement);
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
    internal void Reset() => _ = raw.sqlite3_reset(_statement);

    internal Statement Bind(int index, long value)
    {
        Check(raw.sqlite3_bind_int64(_statement, index, value));
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
        Check(raw.sqlite3_bind_text(_statement, index, buffer[..written]));
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return this;
    }

    internal Statement Bind(int index, ReadOnlySpan<byte> bytes)
    {
        Check(raw.sqlite3_bind_blob(_statement, index, bytes));
        return this;
    }

    internal Statement Bind(int index, DateOnly day)
    {
        Span<byte> text = stackalloc byte[DayLength];
        day.TryFormat(text, out _, "O", null);
        Check(raw.sqlite3_bind_text(_statement, index, text));
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
        Check(raw.sqlite3_bind_null(_statement, index));
        return this;
    }

    internal bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    internal long Int64(int column) => raw.sqlite3_column_int64(_statement, column);

    internal int Int32(int column) => raw.sqlite3_column_int(_statement, column);

    internal bool Boolean(int column) => Int32(column) != 0;

    internal decimal Decimal(int column) => Millionths.From(Int64(column));

    internal DateTimeOffset Instant(int column) => new(Int64(column), TimeSpan.Zero);

    /// <summary>The bytes of a text or blob; valid until the next step.</summary>
    internal ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(_statement, column);

    internal string Text(int column) => _store.Strings.Of(Bytes(column));

    internal string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    internal DateOnly Day(int column)
    {
        var text = Bytes(column);
        return text.Length == DayLength
            ? new DateOnly((Digits(text, 0) * 100) + Digits(text, 2), Digits(text, 5), Digits(text, 8))
            : throw new StorageException(StorageFault.Damaged, $"'{Encoding.UTF8.GetString(text)}' stands in '{_store.Path}' where a day, such as 2026-03-31, is needed.");
    }

    internal DateOnly? DayOrNull(int column) => IsNull(column) ? null : Day(column);

    private static int Digits(ReadOnlySpan<byte> text, int at) => ((text[at] - '0') * 10) + text[at + 1] - '0';

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            throw _store.Failure(result);
        }
    }
}
