using System.Diagnostics.CodeAnalysis;
using Npgsql;

namespace Msp.Billing.EntityFrameworkCore.Postgres;

/// <summary>Where a database on a PostgreSQL server is: a connection string such as <c>Host=localhost;Database=billing;Username=msp</c>, or <c>postgresql://msp@localhost/billing</c>.</summary>
internal sealed class PostgresAddress
{
    private const int Buffer = 65_536;

    // Who sleeps in a transaction, or is gone without a word, keeps the others out for half a minute and not for ever.
    private const string Hanging = "-c idle_in_transaction_session_timeout=30s -c client_connection_check_interval=1s";

    private PostgresAddress(NpgsqlConnectionStringBuilder connection, string plain)
    {
        Plain = plain;
        ConnectionString = connection.ConnectionString;
        Name = $"database {connection.Database ?? connection.Username} on {connection.Host}";
    }

    /// <summary>What opens it; may have a password.</summary>
    internal string ConnectionString { get; }

    /// <summary>What opens it without the limits of billing, for libraries that have their own; who hangs in a transaction is ended all the same. May have a password.</summary>
    internal string Plain { get; }

    /// <summary>What messages call it; without a password.</summary>
    internal string Name { get; }

    /// <summary>Whether a text names a server, and not a file.</summary>
    /// <exception cref="StorageException">It names a server in words that PostgreSQL does not know.</exception>
    internal static bool TryRead(string text, [NotNullWhen(true)] out PostgresAddress? address)
    {
        address = null;
        var isUri = PostgresUri.Is(text);
        if (!isUri && !text.Split(';').Any(part => part.TrimStart().StartsWith("Host=", StringComparison.OrdinalIgnoreCase)))
        {
            return false;
        }

        try
        {
            var connection = isUri ? PostgresUri.Read(text) : new NpgsqlConnectionStringBuilder(text);
            var plain = new NpgsqlConnectionStringBuilder(connection.ConnectionString) { Options = Joined(Hanging, connection.Options) }.ConnectionString;

            // Who waits for another program asks again after a while; who begins to write and dies or hangs keeps the others out for seconds only; a page that
            // reads for a minute is ended, and a statement whose asker is gone ends, too.
            connection.Options = Joined($"-c lock_timeout=5s {Hanging} -c statement_timeout=60s", connection.Options);
            connection.ApplicationName ??= "msp-billing";

            // A connection that nobody answers on any more is noticed, also while it waits.
            connection.KeepAlive = connection.KeepAlive == 0 ? 10 : connection.KeepAlive;

            // Whatever a program runs twice is prepared on the server.
            connection.MaxAutoPrepare = connection.MaxAutoPrepare == 0 ? 200 : connection.MaxAutoPrepare;
            connection.AutoPrepareMinUsages = 2;

            // A run reads and writes many rows at a time; each turn to the socket costs more than the memory.
            connection.ReadBufferSize = Math.Max(connection.ReadBufferSize, Buffer);
            connection.WriteBufferSize = Math.Max(connection.WriteBufferSize, Buffer);

            // A month's totals and the run's sums read many rows; they end when they are done.
            connection.CommandTimeout = connection.ContainsKey("Command Timeout") ? connection.CommandTimeout : 300;
            address = new PostgresAddress(connection, plain);
            return true;
        }
        catch (ArgumentException exception)
        {
            // The exception's own words may repeat the password.
            throw new StorageException(
                StorageFault.Missing, "The connection string is not one of PostgreSQL. Write it such as Host=localhost;Database=billing;Username=msp or postgresql://msp@localhost/billing.", exception);
        }
    }

    // What a user says comes after it, and wins.
    private static string Joined(string limits, string? more) => string.IsNullOrEmpty(more) ? limits : $"{limits} {more}";
}
