using System.Globalization;
using Npgsql;

namespace Msp.Billing.EntityFrameworkCore.Postgres;

/// <summary>An address such as <c>postgresql://msp:secret@db.example:5432/billing?sslmode=require</c>, as PostgreSQL's own programs take it.</summary>
internal static class PostgresUri
{
    private static readonly string[] Schemes = ["postgres://", "postgresql://"];

    internal static bool Is(string text) => Array.Exists(Schemes, scheme => text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));

    /// <summary>What it says in the words of a connection string.</summary>
    /// <exception cref="ArgumentException">It says something that is not known.</exception>
    internal static NpgsqlConnectionStringBuilder Read(string text)
    {
        var rest = text[(text.IndexOf("://", StringComparison.Ordinal) + 3)..];
        var query = rest.IndexOf('?', StringComparison.Ordinal) is >= 0 and var at ? rest[(at + 1)..] : "";
        rest = query.Length == 0 ? rest.TrimEnd('?') : rest[..^(query.Length + 1)];
        var connection = new NpgsqlConnectionStringBuilder();
        if (rest.IndexOf('/', StringComparison.Ordinal) is >= 0 and var slash)
        {
            Set(connection, "dbname", Uri.UnescapeDataString(rest[(slash + 1)..]));
            rest = rest[..slash];
        }

        if (rest.LastIndexOf('@') is >= 0 and var who)
        {
            var user = rest[..who].Split(':', 2);
            Set(connection, "user", Uri.UnescapeDataString(user[0]));
            Set(connection, "password", user.Length > 1 ? Uri.UnescapeDataString(user[1]) : "");
            rest = rest[(who + 1)..];
        }

        // An address of IPv6 has colons of its own, within brackets.
        if (rest.LastIndexOf(':') is >= 0 and var port && port > rest.LastIndexOf(']'))
        {
            Set(connection, "port", rest[(port + 1)..]);
            rest = rest[..port];
        }

        Set(connection, "host", Uri.UnescapeDataString(rest.Trim('[', ']')));
        foreach (var pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=', 2);
            Set(connection, parts[0], parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : "");
        }

        connection.Host ??= "localhost";
        return connection;
    }

    private static void Set(NpgsqlConnectionStringBuilder connection, string key, string value)
    {
        if (value.Length == 0)
        {
            return;
        }

        switch (key)
        {
            case "host":
                connection.Host = value;
                break;
            case "port":
                connection.Port = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : throw new ArgumentException("The port is a number.");
                break;
            case "user":
                connection.Username = value;
                break;
            case "password":
                connection.Password = value;
                break;
            case "dbname":
                connection.Database = value;
                break;
            case "sslmode":
                connection["SSL Mode"] = value.Replace("-", "", StringComparison.Ordinal);
                break;
            case "sslrootcert":
                connection.RootCertificate = value;
                break;
            case "connect_timeout":
                connection["Timeout"] = value;
                break;
            case "application_name":
                connection.ApplicationName = value;
                break;
            case "options":
                connection.Options = value;
                break;
            default:
                throw new ArgumentException("The address says something that is not known here.");
        }
    }
}
