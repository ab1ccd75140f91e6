using System.Globalization;

namespace Msp.Billing.EntityFrameworkCore.Postgres;

/// <summary>Which transactions' changes a transaction sees: PostgreSQL numbers them as they begin to write.</summary>
/// <remarks>Every transaction below the end is over, unless it is among those that run; none from the end on is.</remarks>
internal sealed class PostgresSight
{
    private const long MostBetween = 64;
    private readonly long _own;
    private readonly long _end;
    private readonly HashSet<long> _running;

    /// <param name="own">The number of the transaction that looks.</param>
    /// <param name="snapshot">What <c>pg_current_snapshot()</c> says: the first that runs, the end, and those between them that run.</param>
    internal PostgresSight(long own, string snapshot)
    {
        var parts = snapshot.Split(':');
        (_own, _end) = (own, Number(parts[1]));
        _running = [.. parts[2].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Number)];
    }

    /// <summary>Whether no transaction but the two that looked ended between two looks.</summary>
    /// <param name="before">The earlier one.</param>
    internal bool IsAloneSince(PostgresSight before)
    {
        // A server that was put back to an earlier state counts anew from there.
        if (_end - before._end is < 0 or > MostBetween || !before._running.All(one => one == before._own || _running.Contains(one)))
        {
            return false;
        }

        for (var one = before._end; one < _end; one++)
        {
            if (one != before._own && one != _own && !_running.Contains(one))
            {
                return false;
            }
        }

        return true;
    }

    private static long Number(string digits) => long.Parse(digits, CultureInfo.InvariantCulture);
}
