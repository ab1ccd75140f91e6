using System.Globalization;
using System.Text.RegularExpressions;

namespace Msp.Billing.EntityFrameworkCore.Postgres;

/// <summary>Says in PostgreSQL's words what is said in SQLite's.</summary>
/// <remarks>
/// Statements are written once, in what both databases understand. A few words differ; they are put in place of each other here, and nothing else is: every
/// storage test runs on both databases.
/// </remarks>
internal static partial class PostgresSql
{
    /// <param name="sql">The statement.</param>
    /// <param name="places">Which parameter stands at each place, from 1: PostgreSQL wants them without gaps, and a statement that is put together may leave some out.</param>
    internal static string Of(string sql, out int[] places)
    {
        int[] present = [.. Place().Matches(sql).Select(NumberOf).Distinct().Order()];
        places = present;
        sql = Place().Replace(sql, place => string.Create(CultureInfo.InvariantCulture, $"${Array.IndexOf(present, NumberOf(place)) + 1}"));

        // SQLite does not look at capitals, and PostgreSQL does.
        sql = sql.Replace(" LIKE ", " ILIKE ", StringComparison.Ordinal).Replace("instr(", "strpos(", StringComparison.Ordinal);

        // Days are texts in SQLite and dates in PostgreSQL, which counts them by taking one from the other.
        sql = DaysBetween().Replace(sql, "($1 - $2)");
        sql = NextDay().Replace(sql, "($1 + 1)");

        // How SQLite is told which way to go; PostgreSQL finds it itself.
        sql = IndexedBy().Replace(sql, "");
        return CrossJoin().Replace(sql, "JOIN $1 ON");
    }

    /// <summary>The parameters of a statement, such as ?1.</summary>
    [GeneratedRegex(@"\?\d+", RegexOptions.CultureInvariant)]
    internal static partial Regex Place();

    private static int NumberOf(Match place) => int.Parse(place.ValueSpan[1..], CultureInfo.InvariantCulture);

    [GeneratedRegex(@"CAST\(julianday\(([^()]+)\) - julianday\(([^()]+)\) AS INTEGER\)", RegexOptions.CultureInvariant)]
    private static partial Regex DaysBetween();

    [GeneratedRegex(@"date\(([\w.]+), '\+1 day'\)", RegexOptions.CultureInvariant)]
    private static partial Regex NextDay();

    [GeneratedRegex("INDEXED BY \"[^\"]+\"", RegexOptions.CultureInvariant)]
    private static partial Regex IndexedBy();

    [GeneratedRegex(@"CROSS JOIN (\w+ AS \w+) ON", RegexOptions.CultureInvariant)]
    private static partial Regex CrossJoin();
}
