using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Msp.Billing.EntityFrameworkCore.Sqlite;

namespace Msp.Billing.EntityFrameworkCore.Postgres;

/// <summary>The guards of <see cref="StorageGuards"/> as functions and triggers of PostgreSQL.</summary>
/// <remarks>
/// A guard that looks at one row is the same on both. What seals a document or an entry looks at all rows of a statement at once, because a run puts thousands in with one.
/// PostgreSQL can empty a table at once, so that is guarded too.
/// </remarks>
internal sealed partial class PostgresGuards
{
    private const string Sealed =
        "SELECT FROM invoice WHERE seller_id = part.seller_id AND invoice_id BETWEEN part.first AND part.last " +
        "AND invoice_id IN (SELECT invoice_id FROM added WHERE seller_id = part.seller_id)";

    // A key of lines that are in partitions has their period in it, so that each number is there once is looked at here.
    private const string Whole =
        "SELECT FROM (SELECT invoice_id, line_count, CAST(NULL AS integer) AS line_no FROM added WHERE seller_id = part.seller_id " +
        "UNION ALL SELECT invoice_id, NULL, line_no FROM invoice_line WHERE seller_id = part.seller_id AND invoice_id BETWEEN part.first AND part.last) AS found " +
        "GROUP BY invoice_id HAVING max(line_count) <> count(line_no) OR count(DISTINCT line_no) <> count(line_no)";

    // A key to lines that are in partitions would have to name their period.
    private const string Deferred =
        "SELECT FROM added, LATERAL (SELECT count(*) AS lines FROM invoice_line AS line WHERE line.seller_id = added.seller_id AND line.invoice_id = added.invoice_id " +
        "AND line.line_no = added.line_no) AS found WHERE found.lines <> 1";

    private const string Booked =
        "SELECT FROM (SELECT DISTINCT seller_id, source, source_id FROM added) AS part " +
        "JOIN journal_entry AS entry ON entry.seller_id = part.seller_id AND entry.source = part.source AND entry.source_id = part.source_id";

    private const string Balanced =
        "SELECT FROM added AS entry, LATERAL (SELECT count(*) AS lines, coalesce(sum(line.amount), 0) AS amount FROM journal_line AS line " +
        "WHERE line.seller_id = entry.seller_id AND line.source = entry.source AND line.source_id = entry.source_id) AS sum WHERE sum.lines <> entry.line_count OR sum.amount <> 0";

    private static readonly PostgresGuards[] Guards = [.. All()];

    private readonly string _name;
    private readonly string _table;
    private readonly string _moment;
    private readonly string _event;
    private readonly bool _ofStatement;
    private readonly string _body;

    private PostgresGuards(string name, string table, string moment, string @event, bool ofStatement, string body) =>
        (_name, _table, _moment, _event, _ofStatement, _body) = (name, table, moment, @event, ofStatement, body);

    private int TypeBits => (_ofStatement ? 0 : 1) + (_moment == "BEFORE" ? 2 : 0) + _event switch
    {
        "INSERT" => 4,
        "DELETE" => 8,
        "UPDATE" => 16,
        _ => 32,
    };

    // A run fills tables faster than the server counts their rows: how few it believes there are is no reason to go through all of them.
    private string Setting => _ofStatement && _event == "INSERT" ? " SET enable_seqscan = off" : "";

    /// <summary>Makes every guard anew.</summary>
    internal static void Create(BillingStore store)
    {
        var partitions = PostgresPartitions.Of(store);
        var script = new StringBuilder("BEGIN; LOCK TABLE \"__EFMigrationsHistory\" IN SHARE ROW EXCLUSIVE MODE;\n");
        foreach (var guard in Guards)
        {
            script.Append(
                CultureInfo.InvariantCulture,
                $"CREATE OR REPLACE FUNCTION {guard._name}() RETURNS trigger LANGUAGE plpgsql{guard.Setting} AS $guard${guard._body}$guard$;\nDROP TRIGGER IF EXISTS {guard._name} ON {guard._table};\n{guard.On(guard._table)}\n");
        }

        foreach (var (partition, table) in partitions)
        {
            script.Append(OnPartition(partition, table));
        }

        store.Execute(script.Append("COMMIT").ToString());
    }

    /// <summary>The statements that put guards on a partition, for who writes to it by its own name.</summary>
    /// <remarks>The server puts those that look at one row on every partition by itself, and those of a statement only where the statement names the table.</remarks>
    internal static string OnPartition(string partition, string table)
    {
        var script = new StringBuilder();
        foreach (var guard in Guards)
        {
            if (guard._table == table && guard._ofStatement)
            {
                script.Append(CultureInfo.InvariantCulture, $"DROP TRIGGER IF EXISTS {guard._name} ON {partition};\n{guard.On(partition)}\n");
            }
        }

        return script.ToString();
    }

    /// <summary>Takes every guard away, for a migration.</summary>
    internal static void Drop(BillingStore store)
    {
        foreach (var guard in Guards)
        {
            store.Execute($"DROP TRIGGER IF EXISTS {guard._name} ON {guard._table}");
        }
    }

    /// <summary>The name of a guard that is missing, off, or not the one that this program makes, on a table or a partition of it; null when all are there.</summary>
    internal static string? Missing(BillingStore store)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        using (var triggers = store.Prepare(
            """
            SELECT t.tgname::text || ' ' || c.relname || ' ' || t.tgtype::text || ' ' || t.tgenabled::text ||
                   CASE WHEN t.tgqual IS NULL AND t.tgattr = ''::int2vector THEN ' ' ELSE ' sometimes ' END || p.prosrc
              FROM pg_trigger AS t
              JOIN pg_class AS c ON c.oid = t.tgrelid
              JOIN pg_proc AS p ON p.oid = t.tgfoid
             WHERE NOT t.tgisinternal AND pg_table_is_visible(c.oid)
            """))
        {
            while (triggers.Step())
            {
                found.Add(triggers.Text(0));
            }
        }

        var partitions = PostgresPartitions.Of(store);
        return Array.Find(Guards, guard => !found.Contains(guard.Signature(guard._table))
            || partitions.Exists(one => one.Table == guard._table && !found.Contains(guard.Signature(one.Partition))))?._name;
    }

    private static IEnumerable<PostgresGuards> All()
    {
        var guarded = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (name, rule) in StorageGuards.All())
        {
            var parts = Rule().Match(rule);
            if (!parts.Success)
            {
                throw new NotSupportedException($"The guard {name} is written in a way that cannot be said in PostgreSQL's words.");
            }

            var (table, words) = (parts.Groups["table"].Value, parts.Groups["words"].Value);
            guarded.Add(table);
            switch (name)
            {
                case "guard_invoice_insert" or "guard_journal_entry_insert":
                    // A row that is there is replaced by SQLite only.
                    break;
                case "guard_invoice_insert_whole":
                    yield return OfRange(name, table, Whole, words);
                    break;
                case "guard_invoice_line_insert" or "guard_invoice_tax_insert":
                    yield return OfRange(name, table, Sealed, "a posted document takes nothing further");
                    break;
                case "guard_journal_line_insert":
                    yield return OfStatement(name, table, Booked, words);
                    break;
                case "guard_journal_entry_insert_balanced":
                    yield return OfStatement(name, table, Balanced, words);
                    break;
                default:
                    yield return OfRow(name, parts);
                    break;
            }
        }

        yield return OfStatement("guard_deferral_insert", "deferral", Deferred, "what is deferred is a line of a document");
        foreach (var table in guarded)
        {
            yield return new PostgresGuards(
                $"guard_{table}_truncate", table, "BEFORE", "TRUNCATE", ofStatement: true,
                $"BEGIN RAISE EXCEPTION 'what is recorded in {table} is never deleted' USING ERRCODE = 'restrict_violation'; END");
        }
    }

    // What must not be found among the rows that a statement put in.
    private static PostgresGuards OfStatement(string name, string table, string found, string words) =>
        new(name, table, "AFTER", "INSERT", ofStatement: true, Body($"EXISTS ({found})", words, "NULL"));

    // The same, by seller and from the first to the last document among those rows: one look into an index, whatever was posted before.
    private static PostgresGuards OfRange(string name, string table, string found, string words) =>
        new(name, table, "AFTER", "INSERT", ofStatement: true,
            "DECLARE part record; BEGIN FOR part IN SELECT seller_id, min(invoice_id) AS first, max(invoice_id) AS last FROM added GROUP BY seller_id LOOP " +
            $"{Refusal($"EXISTS ({found})", words)} END LOOP; RETURN NULL; END");

    private static PostgresGuards OfRow(string name, Match parts)
    {
        var (when, words, happens) = (parts.Groups["when"], parts.Groups["words"].Value, parts.Groups["event"].Value);
        var condition = when.Success ? NotTheSame().Replace(when.Value, "IS DISTINCT FROM OLD.") : "true";
        return new PostgresGuards(
            name, parts.Groups["table"].Value, parts.Groups["moment"].Value, happens, ofStatement: false,
            Body(condition, words, happens == "DELETE" ? "OLD" : "NEW"));
    }

    private string On(string table)
    {
        var rows = _ofStatement && _event == "INSERT" ? "REFERENCING NEW TABLE AS added " : "";
        return $"CREATE TRIGGER {_name} {_moment} {_event} ON {table} {rows}FOR EACH {(_ofStatement ? "STATEMENT" : "ROW")} EXECUTE FUNCTION {_name}();";
    }

    // What pg_trigger says of it: where, when, that it is on, and what it does.
    private string Signature(string table) => string.Create(CultureInfo.InvariantCulture, $"{_name} {table} {TypeBits} O {_body}");

    private static string Body(string condition, string words, string returned) => $"BEGIN {Refusal(condition, words)} RETURN {returned}; END";

    private static string Refusal(string condition, string words) => $"IF {condition} THEN RAISE EXCEPTION '{words}' USING ERRCODE = 'restrict_violation'; END IF;";

    [GeneratedRegex(@"IS NOT OLD\.", RegexOptions.CultureInvariant)]
    private static partial Regex NotTheSame();

    [GeneratedRegex(
        @"^(?<moment>BEFORE|AFTER) (?<event>INSERT|UPDATE|DELETE) ON (?<table>\w+)( WHEN (?<when>.+?))? BEGIN SELECT RAISE\(\w+, '(?<words>[^'%]*)'\); END$",
        RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Rule();
}
