using Npgsql;

namespace Msp.Billing.Benchmarks.Runs;

/// <summary>The set-based month on PostgreSQL.</summary>
internal static class PostgresSetBasedPipeline
{
    private static readonly string Month = SetBasedMonth.Sql(
        days: "least(coalesce(end_date, date '2026-04-01'), date '2026-04-01') - greatest(start_date, date '2026-03-01')",
        number: "lpad(id::text, 7, '0')",
        due: "date '2026-04-01' + terms_days::integer");

    /// <summary>Bills March.</summary>
    /// <returns>How many invoices were written.</returns>
    internal static long Run(string address)
    {
        using var connection = PostgresTables.Open(address);
        using var transaction = connection.BeginTransaction();

        // Compiling the statements takes longer than they run at this size.
        PostgresTables.Execute(connection, "set local jit = off;" + Month);
        using var count = new NpgsqlCommand("select count(*) from billed", connection, transaction);
        var invoices = (long)(count.ExecuteScalar() ?? 0L);
        PostgresTables.Execute(connection, "drop table billed; drop table rated;");
        transaction.Commit();
        return invoices;
    }
}
