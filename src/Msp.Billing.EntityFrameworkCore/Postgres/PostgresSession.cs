using System.Data;
using System.Diagnostics.CodeAnalysis;
using Npgsql;

namespace Msp.Billing.EntityFrameworkCore.Postgres;

/// <summary>An open connection to a PostgreSQL server.</summary>
/// <remarks>
/// A connection gives the rows of one statement at a time. When another statement runs while rows are left, they are read into memory first; who reads very
/// many rows while running other statements reads them in ranges, see <see cref="StoreConnection.KeepsRowsOpen"/>.
/// </remarks>
internal sealed class PostgresSession : StoreConnection
{
    private const int MostKeptBack = 1 << 20;

    // Each waits as long as the connection's lock_timeout says.
    private const int LockAttempts = 6;
    private readonly PostgresAddress _address;
    private readonly NpgsqlConnection _connection;
    private readonly List<PostgresInsert> _inserts = [];
    private NpgsqlTransaction? _transaction;
    private PostgresStatement? _reading;
    private PostgresSight? _seen;
    private bool _isSnapshot;
    private bool _failed;
    private bool _readsOnly;
    private int _changes;

    private PostgresSession(PostgresAddress address, NpgsqlConnection connection)
        : base(address.Name) => (_address, _connection) = (address, connection);

    internal override int Changes => _changes;

    internal override bool IsInTransaction => _transaction is not null && !_isSnapshot;

    internal override bool KeepsRowsOpen => false;

    internal override int MostAsked => 256;

    public override void Dispose()
    {
        _reading?.Forget();
        _transaction?.Dispose();
        _connection.Dispose();
    }

    /// <summary>Opens a connection; one that the server ended meanwhile is replaced by another once.</summary>
    internal static PostgresSession Open(PostgresAddress address)
    {
        var connection = PostgresStorage.SourceOf(address).CreateConnection();
        var session = new PostgresSession(address, connection);
        try
        {
            connection.Open();
            return session;
        }
        catch (NpgsqlException exception)
        {
            session.Dispose();
            throw PostgresFaults.Of(exception, address.Name);
        }
    }

    internal override PostgresSession OpenReader()
    {
        var reader = Open(_address);
        reader.ReadOnly();
        return reader;
    }

    internal override bool MayPass(StorageException exception) => exception.InnerException is NpgsqlException inner && PostgresFaults.MayPass(inner);

    internal override void Reconnect()
    {
        Rollback();
        try
        {
            // Others that were kept open to a server that is gone are of no use either.
            PostgresStorage.SourceOf(_address).Clear();
            _connection.Close();
            _connection.Open();
        }
        catch (NpgsqlException exception)
        {
            throw PostgresFaults.Of(exception, Name);
        }

        if (_readsOnly)
        {
            ReadOnly();
        }
    }

    internal override Statement Prepare(string sql) => new PostgresStatement(this, sql);

    internal override Statement PrepareInsert(string sql)
    {
        var insert = new PostgresInsert(this, sql);
        _inserts.Add(insert);
        return insert;
    }

    internal override Seek PrepareSeek(string sql, ValueKind[] kinds, string order) => new PostgresSeek(this, sql, kinds, order);

    internal override void Execute(string sql)
    {
        Free();
        try
        {
            using var command = CommandOf(sql);
            command.ExecuteNonQuery();
        }
        catch (NpgsqlException exception)
        {
            throw Failure(exception);
        }
    }

    // Who writes holds the sellers: the others wait before they read what they will change. A row's lock goes with its holder, however that dies.
    internal override void BeginWriting() => BeginHolding("SELECT FROM seller ORDER BY seller_id FOR NO KEY UPDATE");

    internal override void BeginWriting(long seller) => BeginHolding(FormattableString.Invariant($"SELECT FROM seller WHERE seller_id = {seller} FOR NO KEY UPDATE"));

    internal override void BeginBeside()
    {
        EndSnapshot();
        Start(IsolationLevel.ReadCommitted);
    }

    // A session checks a foreign key by a plan that it makes once. Made for a table with a hundred rows, it goes through all of them for each of the next hundred thousand.
    internal override void ForgetPlans() => Execute("DISCARD PLANS");

    internal override DateTimeOffset? Now()
    {
        using var clock = Prepare("SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000000 AS bigint)");
        return clock.Step() ? DateTimeOffset.UnixEpoch.AddMicroseconds(clock.Int64(0)) : null;
    }

    // Read from while it sends rows, a session is not idle to the server, and no time-out ends it, whatever it holds.
    internal override int EndSilent()
    {
        using var ended = Prepare(
            """
            SELECT count(pg_terminate_backend(silent.pid))
            FROM pg_stat_activity AS silent
            JOIN pg_settings AS allowed ON allowed.name = 'idle_in_transaction_session_timeout' AND CAST(allowed.setting AS bigint) > 0
            WHERE silent.datname = current_database() AND silent.usename = current_user AND silent.state = 'active' AND silent.wait_event = 'ClientRead'
              AND silent.query_start < clock_timestamp() - CAST(allowed.setting AS bigint) * interval '1 millisecond'
              AND EXISTS (SELECT FROM pg_locks AS held WHERE held.pid = silent.pid AND held.relation IN (CAST('seller' AS regclass), CAST('run_chunk' AS regclass)))
            """);
        return ended.Step() ? ended.Int32(0) : 0;
    }

    internal override bool IsAlone()
    {
        using var ask = Prepare("SELECT CAST(CAST(pg_current_xact_id() AS text) AS bigint), CAST(pg_current_snapshot() AS text)");
        var now = ask.Step() ? new PostgresSight(ask.Int64(0), ask.Text(1)) : null;
        var isAlone = now is not null && _seen is not null && now.IsAloneSince(_seen);
        _seen = now;
        return isAlone;
    }

    internal override void Commit()
    {
        Free();
        if (_failed)
        {
            Rollback();
            throw new StorageException(StorageFault.Refused, $"An earlier change to {Name} was refused, so everything since was taken back. Nothing was changed.");
        }

        try
        {
            _transaction?.Commit();
        }
        catch (NpgsqlException exception)
        {
            throw Failure(exception);
        }
        finally
        {
            EndTransaction();
        }
    }

    internal override void Rollback()
    {
        foreach (var insert in _inserts)
        {
            insert.Clear();
        }

        _reading?.Forget();
        try
        {
            if (_connection.FullState == ConnectionState.Open)
            {
                _transaction?.Rollback();
            }
        }
        catch (NpgsqlException)
        {
            // The connection broke: the server has taken everything back by itself.
        }
        finally
        {
            EndTransaction();
        }
    }

    internal override void BeginSnapshot()
    {
        if (_transaction is null)
        {
            Start(IsolationLevel.RepeatableRead);
            _isSnapshot = true;
            Execute("SET LOCAL statement_timeout = '5min'");
        }
    }

    internal override void EndSnapshot()
    {
        if (_isSnapshot)
        {
            Commit();
        }
    }

    [SuppressMessage("Security", "CA2100:Review SQL queries for security vulnerabilities", Justification = "Statements are constants of this library; values are parameters.")]
    internal NpgsqlCommand CommandOf(string sql) => new(sql, _connection);

    /// <summary>Makes room for another statement: takes the rest of the rows that are being read, and puts in what was kept back.</summary>
    internal void Free()
    {
        if (_connection.State != ConnectionState.Open)
        {
            // It broke while rows were let go of, which is no place to say so.
            throw Failure(new NpgsqlException("The connection broke.", new IOException("The connection broke.")));
        }

        if (_reading is { } reading)
        {
            _reading = null;
            reading.TakeRest();
        }

        PutIn();
    }

    /// <summary>Notes whose rows the connection gives now.</summary>
    internal void Reads(PostgresStatement? statement) => _reading = statement;

    internal void Changed(int rows) => _changes = rows < 0 ? 0 : rows;

    /// <summary>Rows that are kept back go in now when nothing holds them together, or when they are many.</summary>
    internal void KeptBack(int bytes)
    {
        _changes = 1;
        if (_transaction is null || bytes > MostKeptBack)
        {
            Free();
        }
    }

    internal NpgsqlRawCopyStream BeginCopy(string sql) => _connection.BeginRawBinaryCopy(sql);

    /// <summary>The types of a table's columns as PostgreSQL calls them.</summary>
    internal IReadOnlyDictionary<string, string> TypesOf(string table) => PostgresStorage.TypesOf(_address, table, ReadTypes);

    /// <summary>What an error means. It takes back the whole transaction, if there is one: PostgreSQL goes on with none of it.</summary>
    internal StorageException Failure(NpgsqlException exception)
    {
        _failed = _transaction is not null;
        return PostgresFaults.Of(exception, Name);
    }

    private void ReadOnly()
    {
        _readsOnly = true;
        Execute("SET default_transaction_read_only = on");
    }

    private void BeginHolding(string sql)
    {
        EndSnapshot();
        try
        {
            BeginWhenFree(sql);
        }
        catch (StorageException exception) when (exception.Fault != StorageFault.Locked && MayPass(exception))
        {
            // The server ended a connection that was kept open; nothing is begun.
            Reconnect();
            BeginWhenFree(sql);
        }
    }

    private void BeginWhenFree(string sql)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                StartWriting(sql);
                return;
            }
            catch (StorageException exception) when (exception.Fault == StorageFault.Locked && attempt < LockAttempts)
            {
                // Nothing is begun: ask again.
            }
        }
    }

    private void StartWriting(string sql)
    {
        Start(IsolationLevel.ReadCommitted);
        try
        {
            // A chunk of a run takes longer than a page may.
            Execute($"SET LOCAL statement_timeout = '5min'; {sql}");
        }
        catch
        {
            Rollback();
            throw;
        }
    }

    private void Start(IsolationLevel level)
    {
        Free();
        try
        {
            _transaction = _connection.BeginTransaction(level);
        }
        catch (NpgsqlException exception)
        {
            throw Failure(exception);
        }
    }

    private void PutIn()
    {
        foreach (var insert in _inserts)
        {
            insert.PutIn();
        }

        _inserts.RemoveAll(insert => insert.IsOver);
    }

    private void EndTransaction()
    {
        _transaction?.Dispose();
        (_transaction, _isSnapshot, _failed) = (null, false, false);
    }

    private Dictionary<string, string> ReadTypes(string table)
    {
        Free();
        var types = new Dictionary<string, string>(StringComparer.Ordinal);
        using var command = CommandOf("SELECT attname, format_type(atttypid, NULL) FROM pg_attribute WHERE attrelid = to_regclass($1) AND attnum > 0 AND NOT attisdropped");
        command.Parameters.Add(new NpgsqlParameter { Value = table });
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            types.Add(rows.GetString(0), rows.GetString(1));
        }

        return types;
    }
}
