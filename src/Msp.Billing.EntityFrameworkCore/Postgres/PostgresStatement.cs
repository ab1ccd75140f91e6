using Npgsql;
using NpgsqlTypes;

namespace Msp.Billing.EntityFrameworkCore.Postgres;

/// <summary>A statement of a PostgreSQL server.</summary>
internal sealed class PostgresStatement : Statement
{
    private readonly PostgresSession _session;
    private readonly NpgsqlCommand _command;
    private readonly int[] _places;
    private readonly Queue<Cell[]> _rest = new();
    private NpgsqlDataReader? _reader;
    private Cell[] _row = [];
    private string[] _types = [];
    private bool _running;

    internal PostgresStatement(PostgresSession session, string sql)
    {
        _session = session;
        _command = session.CommandOf(PostgresSql.Of(sql, out _places));
        for (var i = 0; i < _places.Length; i++)
        {
            _command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Unknown, Value = DBNull.Value });
        }
    }

    /// <summary>The place of the last column; known while there is a row.</summary>
    internal int LastColumn => _types.Length - 1;

    public override void Dispose()
    {
        Reset();
        _command.Dispose();
    }

    internal override bool Step()
    {
        if (!_running)
        {
            Start();
        }

        if (_rest.TryDequeue(out var kept))
        {
            _row = kept;
            return true;
        }

        if (_reader is null)
        {
            _running = false;
            return false;
        }

        try
        {
            return StepIn(_reader);
        }
        catch (NpgsqlException exception)
        {
            Reset();
            throw _session.Failure(exception);
        }
    }

    internal override void Run()
    {
        Reset();
        _session.Free();
        try
        {
            _session.Changed(_command.ExecuteNonQuery());
        }
        catch (NpgsqlException exception)
        {
            throw _session.Failure(exception);
        }
    }

    internal override void Reset()
    {
        Forget();
        _rest.Clear();
        _running = false;
    }

    internal override Statement Bind(int index, long value) => Set(index, NpgsqlDbType.Bigint, value);

    internal override Statement Bind(int index, string? text) => text is null ? BindNull(index, ValueKind.Text) : Set(index, NpgsqlDbType.Text, text);

    internal override Statement Bind(int index, ReadOnlySpan<byte> bytes) => Set(index, NpgsqlDbType.Bytea, bytes.ToArray());

    internal override Statement Bind(int index, DateOnly day) => Set(index, NpgsqlDbType.Date, day);

    internal override Statement BindNull(int index, ValueKind kind) => Set(index, TypeOf(kind), DBNull.Value);

    /// <summary>Binds what the provider knows and other databases do not, such as an array.</summary>
    internal void Bind(int index, NpgsqlDbType type, object value) => Set(index, type, value);

    internal override bool IsNull(int column) => _row[column].IsNull;

    internal override long Int64(int column) => _row[column].Number;

    internal override ReadOnlySpan<byte> Bytes(int column) => _row[column].Reference as byte[];

    internal override string Text(int column) => _row[column].Reference as string ?? "";

    internal override string UniqueText(int column) => Text(column);

    internal override DateOnly Day(int column) => DateOnly.FromDayNumber((int)_row[column].Number);

    /// <summary>Reads the rows that are left, so that the connection can serve another statement. The current row stays.</summary>
    internal void TakeRest()
    {
        if (_reader is not { } reader)
        {
            return;
        }

        try
        {
            while (reader.Read())
            {
                _rest.Enqueue(Read(reader, new Cell[_types.Length]));
            }
        }
        catch (NpgsqlException exception)
        {
            throw _session.Failure(exception);
        }
        finally
        {
            Close();
        }
    }

    /// <summary>Lets go of the connection; the rows that are left are lost.</summary>
    internal void Forget()
    {
        if (_reader is not null)
        {
            Close();
            _session.Reads(null);
        }
    }

    private static NpgsqlDbType TypeOf(ValueKind kind) => kind switch
    {
        ValueKind.Text => NpgsqlDbType.Text,
        ValueKind.Bytes => NpgsqlDbType.Bytea,
        ValueKind.Day => NpgsqlDbType.Date,
        _ => NpgsqlDbType.Bigint,
    };

    private PostgresStatement Set(int index, NpgsqlDbType type, object value)
    {
        // One that the statement does not ask for is nobody's.
        var place = Array.IndexOf(_places, index);
        if (place >= 0)
        {
            var parameter = _command.Parameters[place];
            parameter.NpgsqlDbType = type;
            parameter.Value = value;
        }

        return this;
    }

    private void Start()
    {
        _session.Free();
        _rest.Clear();
        var reader = Execute();
        _reader = reader;
        _running = true;
        _session.Reads(this);
        if (_types.Length != reader.FieldCount)
        {
            _types = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetDataTypeName)];
        }

        // Rows that wait are arrays of their own; the one that is looked at is written over.
        _row = new Cell[_types.Length];
    }

    private NpgsqlDataReader Execute()
    {
        try
        {
            return _command.ExecuteReader();
        }
        catch (NpgsqlException exception)
        {
            throw _session.Failure(exception);
        }
    }

    private bool StepIn(NpgsqlDataReader reader)
    {
        if (reader.Read())
        {
            Read(reader, _row);
            return true;
        }

        _session.Changed(reader.RecordsAffected);
        Forget();
        _running = false;
        return false;
    }

    private Cell[] Read(NpgsqlDataReader reader, Cell[] row)
    {
        for (var i = 0; i < row.Length; i++)
        {
            row[i] = reader.IsDBNull(i) ? Cell.Nothing : _types[i] switch
            {
                "bigint" => Cell.Of(reader.GetInt64(i)),
                "integer" => Cell.Of(reader.GetInt32(i)),
                "smallint" => Cell.Of(reader.GetInt16(i)),
                "numeric" => Cell.Of((long)reader.GetDecimal(i)),
                "boolean" => Cell.Of(reader.GetBoolean(i) ? 1 : 0),
                "date" => Cell.Of(reader.GetFieldValue<DateOnly>(i)),
                "bytea" => Cell.Of(reader.GetFieldValue<byte[]>(i)),
                _ => Cell.Of(reader.GetString(i)),
            };
        }

        return row;
    }

    private void Close()
    {
        try
        {
            _reader?.Dispose();
        }
        catch (NpgsqlException)
        {
            // The connection broke; the next statement says so.
        }

        _reader = null;
    }
}
