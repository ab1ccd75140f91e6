using Microsoft.Data.Sqlite;

namespace Msp.Billing.Benchmarks.Runs;

/// <summary>One insert statement, prepared once and run for many rows.</summary>
internal sealed class PreparedInsert : IDisposable
{
    private readonly SqliteCommand _command;

    /// <summary>Prepares it.</summary>
    /// <param name="connection">Inside a transaction, or each row is one.</param>
    /// <param name="table">A name out of this program.</param>
    /// <param name="columns">How many columns the table has.</param>
    internal PreparedInsert(SqliteConnection connection, string table, int columns)
    {
        _command = connection.CreateCommand();
        for (var i = 0; i < columns; i++)
        {
            _command.Parameters.Add(new SqliteParameter { ParameterName = FormattableString.Invariant($"$p{i}") });
        }

        _command.CommandText = $"insert into {table} values({string.Join(", ", _command.Parameters.Cast<SqliteParameter>().Select(parameter => parameter.ParameterName))})";
        _command.Prepare();
    }

    /// <inheritdoc/>
    public void Dispose() => _command.Dispose();

    /// <summary>Inserts a row.</summary>
    internal void Run(params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            _command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        _command.ExecuteNonQuery();
    }
}
