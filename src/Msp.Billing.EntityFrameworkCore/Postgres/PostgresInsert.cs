using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using System.Text.RegularExpressions;
using Npgsql;
using NpgsqlTypes;

namespace Msp.Billing.EntityFrameworkCore.Postgres;

/// <summary>Puts in many rows at once: with PostgreSQL's binary copy, or, where a row may be there already, as one statement over arrays.</summary>
internal sealed partial class PostgresInsert : Statement
{
    private static readonly DateOnly FirstDay = new(2000, 1, 1);

    private readonly PostgresSession _session;
    private readonly string _table;
    private readonly string[] _columns;
    private readonly string[] _types;
    private readonly string? _conflict;
    private readonly Cell[] _values;
    private readonly ArrayBufferWriter<byte> _rows = new();
    private readonly List<Cell[]> _kept = [];
    private bool _disposed;

    internal PostgresInsert(PostgresSession session, string sql)
    {
        _session = session;
        var parts = Parts().Match(sql);
        if (!parts.Success)
        {
            throw new ArgumentException("A bulk insert is written INSERT INTO table (columns) VALUES (?1, ?2, …), with or without ON CONFLICT.", nameof(sql));
        }

        _table = parts.Groups["table"].Value;
        _columns = [.. parts.Groups["columns"].Value.Split(',').Select(column => column.Trim())];
        _conflict = parts.Groups["conflict"].Success ? parts.Groups["conflict"].Value : null;
        var types = session.TypesOf(_table);
        _types = [.. _columns.Select(column => types[column.Trim('"')])];
        _values = [.. _types.Select(_ => Cell.Nothing)];
        if (!PlacesInOrder(parts.Groups["values"].Value))
        {
            throw new ArgumentException("A bulk insert takes each parameter once and in order.", nameof(sql));
        }
    }

    /// <summary>Whether it was let go of and has nothing left to put in.</summary>
    internal bool IsOver => _disposed && IsEmpty;

    private bool IsEmpty => _rows.WrittenCount == 0 && _kept.Count == 0;

    // What is kept back goes in with the next statement or the commit.
    public override void Dispose() => _disposed = true;

    internal override bool Step()
    {
        if (_conflict is null)
        {
            Write();
        }
        else
        {
            _kept.Add((Cell[])_values.Clone());
        }

        _session.KeptBack(_rows.WrittenCount);
        return false;
    }

    internal override void Reset()
    {
    }

    internal override Statement Bind(int index, long value) => Set(index, Cell.Of(value));

    internal override Statement Bind(int index, string? text) => Set(index, text is null ? Cell.Nothing : Cell.Of(text));

    internal override Statement Bind(int index, ReadOnlySpan<byte> bytes) => Set(index, Cell.Of(bytes.ToArray()));

    internal override Statement Bind(int index, DateOnly day) => Set(index, Cell.Of(day));

    internal override Statement BindNull(int index, ValueKind kind) => Set(index, Cell.Nothing);

    internal override bool IsNull(int column) => throw Rowless();

    internal override long Int64(int column) => throw Rowless();

    internal override ReadOnlySpan<byte> Bytes(int column) => throw Rowless();

    internal override string Text(int column) => throw Rowless();

    internal override string UniqueText(int column) => throw Rowless();

    internal override DateOnly Day(int column) => throw Rowless();

    /// <summary>Forgets what is kept back: its transaction was taken back.</summary>
    internal void Clear()
    {
        _rows.ResetWrittenCount();
        _kept.Clear();
    }

    /// <summary>Puts in what is kept back.</summary>
    internal void PutIn()
    {
        if (IsEmpty)
        {
            return;
        }

        try
        {
            if (_conflict is null)
            {
                Copy();
            }
            else
            {
                Merge();
            }
        }
        catch (NpgsqlException exception)
        {
            throw _session.Failure(exception);
        }
        finally
        {
            Clear();
        }
    }

    private static InvalidOperationException Rowless() => new("An insert has no rows to read.");

    private static bool PlacesInOrder(string values)
    {
        var place = 0;
        return values.Split(',').All(value => value.Trim() == $"?{++place}");
    }

    private PostgresInsert Set(int index, Cell value)
    {
        _values[index - 1] = value;
        return this;
    }

    private void Copy()
    {
        // The head of a binary copy: its signature, no flags, nothing further. It ends with a row of -1 values.
        ReadOnlySpan<byte> head = [(byte)'P', (byte)'G', (byte)'C', (byte)'O', (byte)'P', (byte)'Y', (byte)'\n', 0xff, (byte)'\r', (byte)'\n', 0, 0, 0, 0, 0, 0, 0, 0, 0];
        using var copy = _session.BeginCopy($"COPY {_table} ({string.Join(", ", _columns)}) FROM STDIN (FORMAT BINARY)");
        copy.Write(head);
        copy.Write(_rows.WrittenSpan);
        copy.Write([0xff, 0xff]);
    }

    private void Merge()
    {
        var places = string.Join(", ", _types.Select((type, at) => $"${at + 1}::{type}[]"));
        using var command = _session.CommandOf($"INSERT INTO {_table} ({string.Join(", ", _columns)}) SELECT * FROM unnest({places}) {_conflict}");
        for (var i = 0; i < _types.Length; i++)
        {
            command.Parameters.Add(Array(i));
        }

        command.ExecuteNonQuery();
    }

    private NpgsqlParameter Array(int column) => _types[column] switch
    {
        "bytea" => new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea, Value = _kept.ConvertAll(row => row[column].Reference as byte[]) },
        "text" => new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text, Value = _kept.ConvertAll(row => row[column].Reference as string) },
        "date" => new NpgsqlParameter
        {
            NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Date,
            Value = _kept.ConvertAll(row => row[column].IsNull ? (DateOnly?)null : DateOnly.FromDayNumber((int)row[column].Number)),
        },
        _ => new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint, Value = _kept.ConvertAll(row => row[column].IsNull ? (long?)null : row[column].Number) },
    };

    private void Write()
    {
        BinaryPrimitives.WriteInt16BigEndian(Room(sizeof(short)), checked((short)_values.Length));
        for (var i = 0; i < _values.Length; i++)
        {
            Write(_values[i], _types[i]);
        }
    }

    private void Write(in Cell value, string type)
    {
        if (value.IsNull)
        {
            BinaryPrimitives.WriteInt32BigEndian(Room(sizeof(int)), -1);
            return;
        }

        switch (type)
        {
            case "bigint":
                BinaryPrimitives.WriteInt64BigEndian(Sized(sizeof(long)), value.Number);
                break;
            case "integer":
                BinaryPrimitives.WriteInt32BigEndian(Sized(sizeof(int)), checked((int)value.Number));
                break;
            case "smallint":
                BinaryPrimitives.WriteInt16BigEndian(Sized(sizeof(short)), checked((short)value.Number));
                break;
            case "date":
                BinaryPrimitives.WriteInt32BigEndian(Sized(sizeof(int)), DayOf(DateOnly.FromDayNumber((int)value.Number)));
                break;
            case "bytea":
                var bytes = value.Reference as byte[] ?? [];
                bytes.CopyTo(Sized(bytes.Length));
                break;
            case "text":
                var text = value.Reference as string ?? "";
                Encoding.UTF8.GetBytes(text, Sized(Encoding.UTF8.GetByteCount(text)));
                break;
            default:
                throw new NotSupportedException($"Columns of type {type} are not put in by copy.");
        }
    }

    // As the provider does it elsewhere: the first and the last day there are stand for no beginning and no end.
    private static int DayOf(DateOnly day) => day == DateOnly.MinValue ? int.MinValue : day == DateOnly.MaxValue ? int.MaxValue : day.DayNumber - FirstDay.DayNumber;

    private Span<byte> Sized(int length)
    {
        BinaryPrimitives.WriteInt32BigEndian(Room(sizeof(int)), length);
        return Room(length);
    }

    private Span<byte> Room(int length)
    {
        var room = _rows.GetSpan(length)[..length];
        _rows.Advance(length);
        return room;
    }

    [GeneratedRegex(@"^\s*INSERT INTO (?<table>\w+)\s*\((?<columns>[^)]*)\)\s*VALUES\s*\((?<values>[^)]*)\)\s*(?<conflict>ON CONFLICT[\s\S]*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Parts();
}
