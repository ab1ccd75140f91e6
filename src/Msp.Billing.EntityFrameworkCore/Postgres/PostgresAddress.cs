using System.Diagnostics.CodeAnalysis;
using Npgsql;

namespace Msp.Billing.EntityFrameworkCore.Postgres;

/// <summary>Where a database on a PostgreSQL server is: a connection string such as <c>Host=localhost;Database=billing;Username=msp</c>.</summary>
internal sealed class PostgresAddress
{
    private PostgresAddress(NpgsqlConnectionStringBuilder connection)
    {
        ConnectionString = connection.ConnectionString;
        Name = $"database {connection.Database ?? connection.Username} on {connection.Host}";
    }

    /// <summary>What opens it; may have a password.</summary>
    internal string ConnectionString { get; }

    /// <summary>What messages call it; without a password.</summary>
    internal string Name { get; }

    /// <summary>Whether a text names a server, and not a file.</summary>
    /// <exception cref="StorageException">It names a server in words that PostgreSQL does not know.</exception>
    internal static bool TryRead(string text, [NotNullWhen(true)] out PostgresAddress? address)
    {
        address = null;
        if (!text.Split(';').Any(part => part.TrimStart().StartsWith("Host=", StringComparison.OrdinalIgnoreCase)))
        {
            return false;
        }

        try
        {
            var connection = new NpgsqlConnectionStringBuilder(text);

            // Who waits for another program is told so after half a minute; who begins to write and dies or hangs does not keep the others out for longer than a minute.
            const string Limits = "-c lock_timeout=30s -c idle_in_transaction_session_timeout=60s";
            connection.Options = string.IsNullOrEmpty(connection.Options) ? Limits : $"{Limits} {connection.Options}";
            connection.ApplicationName ??= "msp-billing";

            // Whatever a program runs twice is prepared on the server.
            connection.MaxAutoPrepare = connection.MaxAutoPrepare == 0 ? 200 : connection.MaxAutoPrepare;
            connection.AutoPrepareMinUsages = 2;

            // A month's totals and the run's sums read many rows; they end when they are done.
            connection.CommandTimeout = connection.ContainsKey("Command Timeout") ? connection.CommandTimeout : 300;
            address = new PostgresAddress(connection);
            return true;
        }
        catch (ArgumentException exception)
        {
            // The exception's own words may repeat the password.
            throw new StorageException(
                StorageFault.Missing, "The connection string is not one of PostgreSQL. Write it such as Host=localhost;Database=billing;Username=msp.", exception);
        }
    }
}
