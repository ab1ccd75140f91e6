using System.Globalization;
using Microsoft.Data.Sqlite;
using Msp.Billing.Benchmarks.Workload;
using Npgsql;
using NpgsqlTypes;

namespace Msp.Billing.Benchmarks.Runs;

/// <summary>The tables of <see cref="PlainTables"/> on PostgreSQL: whole numbers as bigint, days as date, the same keys and the same rows.</summary>
internal static class PostgresTables
{
    /// <summary>A connection as the baselines use it.</summary>
    internal static NpgsqlConnection Open(string address)
    {
        var connection = new NpgsqlConnection(address);
        connection.Open();
        return connection;
    }

    /// <summary>Runs statements that give no rows.</summary>
    internal static void Execute(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        command.ExecuteNonQuery();
    }

    /// <summary>Makes the tables in an empty database and copies the rows out of a file of <see cref="PlainTables.Create"/>.</summary>
    internal static void Create(string address, string file)
    {
        using (var connection = Open(address))
        {
            Execute(connection, WordsOf(PlainTables.Input));
            Execute(connection, WordsOf(PlainTables.Output).Replace("insert into invoice_series values('INV-2026', 1);", "", StringComparison.Ordinal));
        }

        Fill(address, file);
    }

    /// <summary>Copies every row of a file into the tables of the same names.</summary>
    /// <param name="address">A database whose tables are made and empty; its user may put off the checks between tables.</param>
    /// <param name="file">A file of SQLite.</param>
    internal static void Fill(string address, string file)
    {
        using var connection = Open(address);
        Execute(connection, "set session_replication_role = replica");
        using var source = PlainTables.Open(file);
        foreach (var table in TablesOf(connection))
        {
            Copy(source, connection, table);
        }

        Execute(connection, "set session_replication_role = origin; analyze");
    }

    /// <summary>What was written, added up in the order of the numbers.</summary>
    internal static WorkloadSum SumOf(string address)
    {
        var sum = new WorkloadSum();
        using var connection = Open(address);
        using (var command = new NpgsqlCommand("select line_no, amount from invoice_line", connection))
        using (var lines = command.ExecuteReader())
        {
            while (lines.Read())
            {
                sum.AddLine((int)lines.GetInt64(0), lines.GetInt64(1));
            }
        }

        using (var command = new NpgsqlCommand("select number, subtotal, tax from invoice order by number", connection))
        using (var invoices = command.ExecuteReader())
        {
            while (invoices.Read())
            {
                sum.AddInvoice(long.Parse(invoices.GetString(0).AsSpan("INV-2026-".Length), CultureInfo.InvariantCulture), invoices.GetInt64(1), invoices.GetInt64(2));
            }
        }

        return sum;
    }

    private static string WordsOf(string tables) => tables
        .Replace("integer", "bigint", StringComparison.Ordinal).Replace(" without rowid", "", StringComparison.Ordinal)
        .Replace("_date text", "_date date", StringComparison.Ordinal).Replace("period_start text", "period_start date", StringComparison.Ordinal)
        .Replace("period_end text", "period_end date", StringComparison.Ordinal);

    private static List<string> TablesOf(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand(
            "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition and relname <> '__EFMigrationsHistory' order by relname", connection);
        using var row = command.ExecuteReader();
        var tables = new List<string>();
        while (row.Read())
        {
            tables.Add(row.GetString(0));
        }

        return tables;
    }

    private static List<(string Name, string Type)> ColumnsOf(NpgsqlConnection connection, string table)
    {
        using var command = new NpgsqlCommand("select attname, format_type(atttypid, null) from pg_attribute where attrelid = to_regclass($1) and attnum > 0 and not attisdropped", connection);
        command.Parameters.Add(new NpgsqlParameter { Value = table });
        using var row = command.ExecuteReader();
        var columns = new List<(string, string)>();
        while (row.Read())
        {
            columns.Add((row.GetString(0), row.GetString(1)));
        }

        return columns;
    }

    private static void Copy(SqliteConnection source, NpgsqlConnection target, string table)
    {
        var columns = ColumnsOf(target, table);
        var names = string.Join(", ", columns.Select(column => $"\"{column.Name}\""));
        using var command = source.CreateCommand();
        command.CommandText = $"select {names} from {table}";
        using var row = command.ExecuteReader();
        using var copy = target.BeginBinaryImport($"COPY {table} ({names}) FROM STDIN (FORMAT BINARY)");
        while (row.Read())
        {
            copy.StartRow();
            for (var column = 0; column < columns.Count; column++)
            {
                if (row.IsDBNull(column))
                {
                    copy.WriteNull();
                    continue;
                }

                switch (columns[column].Type)
                {
                    case "bigint":
                        copy.Write(row.GetInt64(column), NpgsqlDbType.Bigint);
                        break;
                    case "integer":
                        copy.Write(row.GetInt32(column), NpgsqlDbType.Integer);
                        break;
                    case "smallint":
                        copy.Write(row.GetInt16(column), NpgsqlDbType.Smallint);
                        break;
                    case "date":
                        copy.Write(DateOnly.ParseExact(row.GetString(column), "O", CultureInfo.InvariantCulture), NpgsqlDbType.Date);
                        break;
                    case "bytea":
                        copy.Write(row.GetFieldValue<byte[]>(column), NpgsqlDbType.Bytea);
                        break;
                    default:
                        copy.Write(row.GetString(column), NpgsqlDbType.Text);
                        break;
                }
            }
        }

        copy.Complete();
    }
}
