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
        "BEGIN IF EXISTS (SELECT FROM (SELECT DISTINCT seller_id, invoice_id FROM added) AS part JOIN invoice ON invoice.seller_id = part.seller_id AND invoice.invoice_id = part.invoice_id) " +
        "THEN RAISE EXCEPTION 'a posted document takes nothing further' USING ERRCODE = 'restrict_violation'; END IF; RETURN NULL; END";

    private const string Booked =
        "BEGIN IF EXISTS (SELECT FROM (SELECT DISTINCT seller_id, source, source_id FROM added) AS part " +
        "JOIN journal_entry AS entry ON entry.seller_id = part.seller_id AND entry.source = part.source AND entry.source_id = part.source_id) " +
        "THEN RAISE EXCEPTION 'a booked entry takes no further line' USING ERRCODE = 'restrict_violation'; END IF; RETURN NULL; END";

    private const string Balanced =
        "BEGIN IF EXISTS (SELECT FROM added AS entry, LATERAL (SELECT count(*) AS lines, coalesce(sum(line.amount), 0) AS amount FROM journal_line AS line " +
        "WHERE line.seller_id = entry.seller_id AND line.source = entry.source AND line.source_id = entry.source_id) AS sum WHERE sum.lines <> entry.line_count OR sum.amount <> 0) " +
        "THEN RAISE EXCEPTION 'an entry is booked with all its lines, and they sum to zero' USING ERRCODE = 'restrict_violation'; END IF; RETURN NULL; END";

    private static readonly PostgresGuards[] Guards = [.. All()];

    private readonly string _name;
    private readonly string _table;
    private readonly string _moment;
    private readonly string _event;
    private readonly bool _ofStatement;
    private readonly string _body;

    private PostgresGuards(string name, string table, string moment, string @event, bool ofStatement, string body) =>
        (_name, _table, _moment, _event, _ofStatement, _body) = (name, table, moment, @event, ofStatement, body);

    // What pg_trigger says of it: where, when, that it is on, and what it does.
    private string Signature => string.Create(CultureInfo.InvariantCulture, $"{_table} {TypeBits} O {_body}");

    private int TypeBits => (_ofStatement ? 0 : 1) + (_moment == "BEFORE" ? 2 : 0) + _event switch
    {
        "INSERT" => 4,
        "DELETE" => 8,
        "UPDATE" => 16,
        _ => 32,
    };

    /// <summary>Makes every guard anew.</summary>
    internal static void Create(BillingStore store)
    {
        var script = new StringBuilder("BEGIN; LOCK TABLE \"__EFMigrationsHistory\" IN SHARE ROW EXCLUSIVE MODE;\n");
        foreach (var guard in Guards)
        {
            var rows = guard is { _ofStatement: true, _event: "INSERT" } ? "REFERENCING NEW TABLE AS added " : "";
            script.Append(
                CultureInfo.InvariantCulture,
                $"""
                CREATE OR REPLACE FUNCTION {guard._name}() RETURNS trigger LANGUAGE plpgsql AS $guard${guard._body}$guard$;
                DROP TRIGGER IF EXISTS {guard._name} ON {guard._table};
                CREATE TRIGGER {guard._name} {guard._moment} {guard._event} ON {guard._table} {rows}FOR EACH {(guard._ofStatement ? "STATEMENT" : "ROW")} EXECUTE FUNCTION {guard._name}();

                """);
        }

        store.Execute(script.Append("COMMIT").ToString());
    }

    /// <summary>Takes every guard away, for a migration.</summary>
    internal static void Drop(BillingStore store)
    {
        foreach (var guard in Guards)
        {
            store.Execute($"DROP TRIGGER IF EXISTS {guard._name} ON {guard._table}");
        }
    }

    /// <summary>The name of a guard that is missing, off, or not the one that this program makes; null when all are there.</summary>
    internal static string? Missing(BillingStore store)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        using var triggers = store.Prepare(
            """
            SELECT t.tgname::text, c.relname || ' ' || t.tgtype::text || ' ' || t.tgenabled::text || CASE WHEN t.tgqual IS NULL AND t.tgattr = ''::int2vector THEN ' ' ELSE ' sometimes ' END || p.prosrc
              FROM pg_trigger AS t
              JOIN pg_class AS c ON c.oid = t.tgrelid
              JOIN pg_proc AS p ON p.oid = t.tgfoid
             WHERE NOT t.tgisinternal AND pg_table_is_visible(c.oid)
            """);
        while (triggers.Step())
        {
            found[triggers.Text(0)] = triggers.Text(1);
        }

        return Array.Find(Guards, guard => !found.TryGetValue(guard._name, out var signature) || signature != guard.Signature)?._name;
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

            var table = parts.Groups["table"].Value;
            guarded.Add(table);
            switch (name)
            {
                case "guard_invoice_insert" or "guard_journal_entry_insert":
                    // A row that is there is replaced by SQLite only.
                    break;
                case "guard_invoice_insert_whole":
                    yield return new PostgresGuards(
                        name, table, "AFTER", "INSERT", ofStatement: true,
                        "BEGIN IF EXISTS (SELECT FROM added WHERE line_count <> (SELECT count(*) FROM invoice_line WHERE invoice_line.seller_id = added.seller_id AND invoice_line.invoice_id = added.invoice_id)) " +
                        $"THEN RAISE EXCEPTION '{parts.Groups["words"].Value}' USING ERRCODE = 'restrict_violation'; END IF; RETURN NULL; END");
                    break;
                case "guard_invoice_line_insert" or "guard_invoice_tax_insert":
                    yield return new PostgresGuards(name, table, "AFTER", "INSERT", ofStatement: true, Sealed);
                    break;
                case "guard_journal_line_insert":
                    yield return new PostgresGuards(name, table, "AFTER", "INSERT", ofStatement: true, Booked);
                    break;
                case "guard_journal_entry_insert_balanced":
                    yield return new PostgresGuards(name, table, "AFTER", "INSERT", ofStatement: true, Balanced);
                    break;
                default:
                    yield return OfRow(name, parts);
                    break;
            }
        }

        foreach (var table in guarded)
        {
            yield return new PostgresGuards(
                $"guard_{table}_truncate", table, "BEFORE", "TRUNCATE", ofStatement: true,
                $"BEGIN RAISE EXCEPTION 'what is recorded in {table} is never deleted' USING ERRCODE = 'restrict_violation'; END");
        }
    }

    private static PostgresGuards OfRow(string name, Match parts)
    {
        var (when, words, happens) = (parts.Groups["when"], parts.Groups["words"].Value, parts.Groups["event"].Value);
        var condition = when.Success ? NotTheSame().Replace(when.Value, "IS DISTINCT FROM OLD.") : "true";
        return new PostgresGuards(
            name, parts.Groups["table"].Value, parts.Groups["moment"].Value, happens, ofStatement: false,
            $"BEGIN IF {condition} THEN RAISE EXCEPTION '{words}' USING ERRCODE = 'restrict_violation'; END IF; RETURN {(happens == "DELETE" ? "OLD" : "NEW")}; END");
    }

    [GeneratedRegex(@"IS NOT OLD\.", RegexOptions.CultureInvariant)]
    private static partial Regex NotTheSame();

    [GeneratedRegex(
        @"^(?<moment>BEFORE|AFTER) (?<event>INSERT|UPDATE|DELETE) ON (?<table>\w+)( WHEN (?<when>.+?))? BEGIN SELECT RAISE\(\w+, '(?<words>[^'%]*)'\); END$",
        RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Rule();
}
