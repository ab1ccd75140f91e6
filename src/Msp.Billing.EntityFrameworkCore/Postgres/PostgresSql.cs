using System.Text.RegularExpressions;

namespace Msp.Billing.EntityFrameworkCore.Postgres;

/// <summary>Says in PostgreSQL's words what is said in SQLite's.</summary>
/// <remarks>
/// Statements are written once, in what both databases understand. A few words differ; they are put in place of each other here, and nothing else is: every
/// storage test runs on both databases.
/// </remarks>
internal static partial class PostgresSql
{
    internal static string Of(string sql)
    {
        sql = Place().Replace(sql, "$$$1");

        // SQLite does not look at capitals, and PostgreSQL does.
        sql = sql.Replace(" LIKE ", " ILIKE ", StringComparison.Ordinal).Replace("instr(", "strpos(", StringComparison.Ordinal);

        // How SQLite is told which way to go; PostgreSQL finds it itself.
        sql = IndexedBy().Replace(sql, "");
        return CrossJoin().Replace(sql, "JOIN $1 ON");
    }

    /// <summary>How many parameters a statement has.</summary>
    internal static int Places(string sql)
    {
        var most = 0;
        foreach (var place in Place().EnumerateMatches(sql))
        {
            most = Math.Max(most, int.Parse(sql.AsSpan(place.Index + 1, place.Length - 1), System.Globalization.CultureInfo.InvariantCulture));
        }

        return most;
    }

    [GeneratedRegex(@"\?(\d+)", RegexOptions.CultureInvariant)]
    private static partial Regex Place();

    [GeneratedRegex("INDEXED BY \"[^\"]+\"", RegexOptions.CultureInvariant)]
    private static partial Regex IndexedBy();

    [GeneratedRegex(@"CROSS JOIN (\w+ AS \w+) ON", RegexOptions.CultureInvariant)]
    private static partial Regex CrossJoin();
}
