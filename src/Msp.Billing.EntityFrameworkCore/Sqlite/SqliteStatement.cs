using System.Buffers;
using System.Text;

namespace Msp.Billing.EntityFrameworkCore.Sqlite;

/// <summary>A statement of SQLite's own library.</summary>
internal sealed unsafe class SqliteStatement : Statement
{
    private const int DayLength = 10;
    private readonly SqliteFile _file;
    private nint _statement;

    internal SqliteStatement(SqliteFile file, string sql)
    {
        _file = file;
        var text = Encoding.UTF8.GetBytes(sql);
        nint statement;
        int result;
        fixed (byte* start = text)
        {
            result = NativeSqlite.Prepare(file.Connection, start, text.Length, NativeSqlite.PreparePersistent, &statement, null);
        }

        if (result != NativeSqlite.Ok)
        {
            throw file.Failure(result);
        }

        _statement = statement;
    }

    public override void Dispose()
    {
        // Statements are let go before their store is closed; one that is forgotten goes with the store.
        _ = NativeSqlite.Finish(_statement);
        _statement = 0;
    }

    internal override bool Step()
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

        var failure = _file.Failure(result);
        _ = NativeSqlite.Reset(_statement);
        throw failure;
    }

    internal override void Reset() => _ = NativeSqlite.Reset(_statement);

    internal override Statement Bind(int index, long value)
    {
        Check(NativeSqlite.BindInt64(_statement, index, value));
        return this;
    }

    internal override Statement Bind(int index, string? text)
    {
        if (text is null)
        {
            return BindNull(index, ValueKind.Text);
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

    internal override Statement Bind(int index, ReadOnlySpan<byte> bytes)
    {
        fixed (byte* start = bytes)
        {
            Check(NativeSqlite.BindBlob(_statement, index, start, bytes.Length, NativeSqlite.Copied));
        }

        return this;
    }

    internal override Statement Bind(int index, DateOnly day)
    {
        Span<byte> text = stackalloc byte[DayLength];
        day.TryFormat(text, out _, "O", null);
        BindText(index, text);
        return this;
    }

    internal override Statement BindNull(int index, ValueKind kind)
    {
        Check(NativeSqlite.BindNull(_statement, index));
        return this;
    }

    internal override bool IsNull(int column) => NativeSqlite.ColumnType(_statement, column) == NativeSqlite.Null;

    internal override long Int64(int column) => NativeSqlite.ColumnInt64(_statement, column);

    internal override ReadOnlySpan<byte> Bytes(int column)
    {
        var start = NativeSqlite.ColumnBlob(_statement, column);
        return new ReadOnlySpan<byte>(start, NativeSqlite.ColumnBytes(_statement, column));
    }

    internal override string Text(int column) => _file.Strings.Of(Bytes(column));

    internal override string UniqueText(int column) => Encoding.UTF8.GetString(Bytes(column));

    internal override DateOnly Day(int column)
    {
        var text = Bytes(column);
        return text.Length == DayLength
            ? new DateOnly((Digits(text, 0) * 100) + Digits(text, 2), Digits(text, 5), Digits(text, 8))
            : throw new StorageException(StorageFault.Damaged, $"'{Encoding.UTF8.GetString(text)}' stands in '{_file.Name}' where a day, such as 2026-03-31, is needed.");
    }

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
            throw _file.Failure(result);
        }
    }
}
