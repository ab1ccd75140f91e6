using Npgsql;

namespace Msp.Billing.Cluster.Tests;

/// <summary>Others who have every connection that the server gives.</summary>
internal sealed class Crowd : IDisposable
{
    private const string Name = "crowd";
    private readonly List<NpgsqlConnection> _connections = [];
    private readonly string _database;

    public Crowd(string database)
    {
        _database = new NpgsqlConnectionStringBuilder(database) { ApplicationName = Name }.ConnectionString;
        Open();
        do
        {
            Ask($"SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE backend_type = 'client backend' AND application_name NOT IN ('{Name}', '{Blocker.Name}')");
            while (TryOpen())
            {
            }
        }
        while (Ask($"SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend' AND application_name NOT IN ('{Name}', '{Blocker.Name}')") > 0);
    }

    public void Dispose() => _connections.ForEach(connection => connection.Dispose());

    private long Ask(string sql)
    {
#pragma warning disable CA2100 // Only this class writes the statements.
        using var command = new NpgsqlCommand(sql, _connections[0]);
#pragma warning restore CA2100
        return command.ExecuteScalar() is long count ? count : 0;
    }

    private bool TryOpen()
    {
        try
        {
            Open();
            return true;
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.TooManyConnections)
        {
            return false;
        }
    }

    private void Open()
    {
        var connection = new NpgsqlConnection(_database);
        try
        {
            connection.Open();
            _connections.Add(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
