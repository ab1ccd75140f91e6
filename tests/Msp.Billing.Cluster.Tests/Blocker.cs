using System.Diagnostics.CodeAnalysis;
using Npgsql;

namespace Msp.Billing.Cluster.Tests;

/// <summary>Holds a lock in the database, so that workers stand still at the statement that needs it: that is where they are killed.</summary>
internal sealed class Blocker : IDisposable
{
    /// <summary>What its connection is called.</summary>
    public const string Name = "blocker";

    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;

    [SuppressMessage("Security", "CA2100:Review SQL queries for security vulnerabilities", Justification = "Only the tests write the statements.")]
    private Blocker(string database, string sql)
    {
        _connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database) { ApplicationName = Name }.ConnectionString);
        _connection.Open();
        _transaction = _connection.BeginTransaction();
        using var command = new NpgsqlCommand(sql, _connection, _transaction);
        command.ExecuteNonQuery();
    }

    /// <summary>Nobody keeps a chunk: it stands with the chunk's row locked and nothing written.</summary>
    public static Blocker OfChunks(string database) => new(database, "LOCK TABLE run_item IN SHARE MODE");

    /// <summary>Nobody takes a chunk: it stands with nothing done.</summary>
    public static Blocker OfTaking(string database) => new(database, "LOCK TABLE run_chunk IN SHARE MODE");

    /// <summary>Nobody reads what a chunk is computed from: it stands outside of any transaction that writes.</summary>
    public static Blocker OfReading(string database) => new(database, "LOCK TABLE contract_line IN ACCESS EXCLUSIVE MODE");

    /// <summary>The engine is told nothing: a task stands after all that it did was kept.</summary>
    public static Blocker OfEngine(string database) => new(database, "LOCK TABLE qrtz_fired_triggers IN SHARE MODE");

    /// <summary>Nobody writes for a seller: a run is not finished, and posting is not begun.</summary>
    public static Blocker OfSellers(string database) => new(database, "SELECT FROM seller FOR NO KEY UPDATE");

    /// <summary>Nobody posts beyond a contract: the transaction that would post it stands with numbers given and documents written.</summary>
    public static Blocker OfPosting(string database, int contract) =>
        new(database, FormattableString.Invariant($"INSERT INTO contract_billing (seller_id, contract_id, billed_through, known_at) VALUES (1, {contract}, '2026-03-01', 0)"));

    /// <summary>Nobody copies a document's lines: the server would take them, and waits for them with the numbers given.</summary>
    public static Blocker OfLines(string database) => new(database, "LOCK TABLE invoice_line IN SHARE MODE");

    public void Dispose()
    {
        try
        {
            _transaction.Dispose();
        }
        catch (NpgsqlException)
        {
            // The server was stopped, and the lock with it.
        }

        _connection.Dispose();
    }
}
