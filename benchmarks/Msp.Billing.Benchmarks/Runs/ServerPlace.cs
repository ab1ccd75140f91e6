using Npgsql;

namespace Msp.Billing.Benchmarks.Runs;

/// <summary>Databases on a PostgreSQL server whose user may create them and take checkpoints; they go when the measurement is over.</summary>
internal sealed class ServerPlace : MonthPlace
{
    private readonly string _server;
    private readonly HashSet<string> _made = new(StringComparer.Ordinal);

    /// <param name="server">Opens any database of it.</param>
    internal ServerPlace(string server) => _server = server;

    /// <inheritdoc/>
    internal override string Name => "PostgreSQL";

    /// <inheritdoc/>
    public override void Dispose()
    {
        foreach (var database in _made)
        {
            Drop(database);
        }
    }

    /// <inheritdoc/>
    internal override string Empty(string name)
    {
        Make(Before(name), "template0");
        return AddressOf(Before(name));
    }

    /// <inheritdoc/>
    internal override string Fresh(string name)
    {
        var database = "msp_month_" + name;
        Close(Before(name));
        Make(database, Before(name));

        // The copy is not part of what is measured, nor is writing it to the disk.
        Do("checkpoint");
        return AddressOf(database);
    }

    /// <inheritdoc/>
    internal override long SizeOf(string address)
    {
        using var connection = PostgresTables.Open(address);
        using var command = new NpgsqlCommand("select pg_database_size(current_database())", connection);
        return (long)(command.ExecuteScalar() ?? 0L);
    }

    /// <inheritdoc/>
    internal override long? WrittenAhead()
    {
        using var connection = PostgresTables.Open(_server);
        using var command = new NpgsqlCommand("select (pg_current_wal_insert_lsn() - '0/0')::bigint", connection);
        return (long?)command.ExecuteScalar();
    }

    private static string Before(string name) => $"msp_month_{name}_before";

    private string AddressOf(string database) => new NpgsqlConnectionStringBuilder(_server) { Database = database }.ConnectionString;

    private void Make(string database, string template)
    {
        Drop(database);
        _made.Add(database);
        Do($"create database {database} template {template}");
    }

    private void Drop(string database)
    {
        NpgsqlConnection.ClearAllPools();
        Do($"drop database if exists {database} with (force)");
    }

    private void Close(string database)
    {
        NpgsqlConnection.ClearAllPools();
        Do($"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{database}'");
    }

    private void Do(string sql)
    {
        using var connection = PostgresTables.Open(_server);
        PostgresTables.Execute(connection, sql);
    }
}
