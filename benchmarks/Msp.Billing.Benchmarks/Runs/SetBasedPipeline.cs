using Microsoft.Data.Sqlite;

namespace Msp.Billing.Benchmarks.Runs;

/// <summary>The set-based month on SQLite.</summary>
internal static class SetBasedPipeline
{
    private static readonly string Month = SetBasedMonth.Sql(
        days: "cast(julianday(min(coalesce(end_date, '2026-04-01'), '2026-04-01')) - julianday(max(start_date, '2026-03-01')) as integer)",
        number: "substr('0000000' || id, length(id) + 1)",
        due: "date('2026-04-01', '+' || terms_days || ' days')");

    /// <summary>Bills March.</summary>
    /// <returns>How many invoices were written.</returns>
    internal static long Run(string path)
    {
        using var connection = PlainTables.Open(path);
        PlainTables.Execute(connection, "begin immediate;" + Month + "commit;");
        using var command = new SqliteCommand("select count(*) from billed", connection);
        return (long)(command.ExecuteScalar() ?? 0L);
    }
}
