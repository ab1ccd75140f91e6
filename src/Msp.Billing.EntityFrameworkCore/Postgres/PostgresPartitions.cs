using System.Globalization;
using System.Text;

namespace Msp.Billing.EntityFrameworkCore.Postgres;

/// <summary>The lines of documents, in a table for each year in which their period ends.</summary>
/// <remarks>
/// What a run looks at are the last periods, so the indexes that it reads and fills stay those of a year or two, however many are kept; and a year can be moved to
/// another disk, backed up and, when the law no longer asks for it, let go of as a whole.
/// </remarks>
internal static class PostgresPartitions
{
    /// <summary>How many years are made ahead. What ends later is together in one table until its year is made.</summary>
    internal const int Ahead = 5;

    /// <summary>The first year that has a table; what ended before is in it too.</summary>
    internal const int First = 2026;

    private const string Lines = "invoice_line";
    private const string Later = Lines + "_later";

    private const string LastYear =
        "SELECT coalesce(max(substring(child.relname from '[0-9]{4}$'))::bigint, 0) FROM pg_inherits AS part JOIN pg_class AS child ON child.oid = part.inhrelid WHERE part.inhparent = 'invoice_line'::regclass";

    /// <summary>Every partition and the table that it is of.</summary>
    internal static List<(string Partition, string Table)> Of(BillingStore store)
    {
        using var rows = store.Prepare(
            """
            SELECT child.relname::text, parent.relname::text
              FROM pg_inherits AS part
              JOIN pg_class AS child ON child.oid = part.inhrelid
              JOIN pg_class AS parent ON parent.oid = part.inhparent
             WHERE child.relkind = 'r' AND parent.relkind = 'p' AND pg_table_is_visible(parent.oid)
             ORDER BY child.relname
            """);
        var partitions = new List<(string, string)>();
        while (rows.Step())
        {
            partitions.Add((rows.Text(0), rows.Text(1)));
        }

        return partitions;
    }

    /// <summary>Makes the tables of the years to come, when whoever asks owns the lines.</summary>
    /// <remarks>Nothing depends on it at once: lines of years that have no table are kept, found and guarded as well.</remarks>
    internal static void Extend(BillingStore store)
    {
        if (Through(store) <= store.Scalar(LastYear) || store.Scalar("SELECT pg_has_role(relowner, 'USAGE')::int::bigint FROM pg_class WHERE oid = 'invoice_line'::regclass") == 0)
        {
            return;
        }

        store.Execute("BEGIN");
        try
        {
            store.Execute($"SET LOCAL statement_timeout = 0; LOCK TABLE {Lines} IN ACCESS EXCLUSIVE MODE");
            Split(store);
            store.Execute("COMMIT");
        }
        catch (StorageException exception)
        {
            store.Execute("ROLLBACK");
            if (exception.Fault != StorageFault.Locked)
            {
                throw;
            }

            // Somebody bills at this moment. Who opens the tables next tries again.
        }
    }

    private static long Through(BillingStore store) => store.Scalar($"SELECT extract(year FROM current_date)::bigint + {Ahead}");

    private static void Split(BillingStore store)
    {
        var (last, through) = (store.Scalar(LastYear), Through(store));
        if (last >= through)
        {
            return; // somebody else was first
        }

        var first = last > 0 ? last + 1 : First;
        var script = new StringBuilder().Append(CultureInfo.InvariantCulture, $"ALTER TABLE {Lines} DETACH PARTITION {Later}; ALTER TABLE {Later} RENAME TO {Lines}_whole;\n");
        for (var year = first; year <= through; year++)
        {
            Append(script, Name(year), last == 0 && year == first ? null : year, year + 1);
        }

        Append(script, Later, through + 1, null);
        store.Execute(script.Append(CultureInfo.InvariantCulture, $"DROP TABLE {Lines}_whole").ToString());
    }

    private static string Name(long year) => string.Create(CultureInfo.InvariantCulture, $"{Lines}_{year:0000}");

    // The rows come before the table is a part, so that indexes and keys are made at once and no guard stands between.
    private static void Append(StringBuilder script, string name, long? from, long? until)
    {
        var rows = (from, until) switch
        {
            (null, { } end) => $"period_end < {Bound(end)}",
            ({ } begin, null) => $"period_end >= {Bound(begin)}",
            ({ } begin, { } end) => $"period_end >= {Bound(begin)} AND period_end < {Bound(end)}",
            _ => "true",
        };
        script.Append(
            CultureInfo.InvariantCulture,
            $"""
            CREATE TABLE {name} (LIKE {Lines} INCLUDING DEFAULTS INCLUDING CONSTRAINTS);
            INSERT INTO {name} SELECT * FROM {Lines}_whole WHERE {rows};
            ALTER TABLE {Lines} ATTACH PARTITION {name} FOR VALUES FROM ({(from is { } first ? Bound(first) : "MINVALUE")}) TO ({(until is { } last ? Bound(last) : "MAXVALUE")});
            {PostgresGuards.OnPartition(name, Lines)}
            """);
    }

    // Periods are stored with the day after their last: one that ends with a year has the first of January.
    private static string Bound(long year) => string.Create(CultureInfo.InvariantCulture, $"DATE '{year:0000}-01-02'");
}
