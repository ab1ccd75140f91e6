using NpgsqlTypes;

namespace Msp.Billing.EntityFrameworkCore.Postgres;

/// <summary>All things are asked in one statement: it is run once for each row of a table of what was bound, on the server.</summary>
internal sealed class PostgresSeek : Seek
{
    private readonly PostgresStatement _statement;
    private long _turn;
    private bool _ran;
    private bool _taken;
    private bool _more;

    /// <param name="session">The connection.</param>
    /// <param name="sql">The statement, whose columns have names of their own.</param>
    /// <param name="kinds">What its parameters are, from the first.</param>
    /// <param name="order">The columns by which its rows are ordered.</param>
    internal PostgresSeek(PostgresSession session, string sql, ValueKind[] kinds, string order)
        : base(kinds)
    {
        var asked = string.Join(", ", kinds.Select((kind, at) => $"?{at + 1}::{(kind == ValueKind.Day ? "date[]" : "bigint[]")}"));
        var names = string.Join(", ", kinds.Select((_, at) => $"p{at + 1}"));
        var each = PostgresSql.Place().Replace(sql, place => $"asked.p{place.ValueSpan[1..]}");
        var by = string.Concat(order.Split(',').Select(column => $", answer.{column.Trim()}"));
        _statement = new PostgresStatement(
            session, $"SELECT answer.*, asked.turn FROM unnest({asked}) WITH ORDINALITY AS asked({names}, turn), LATERAL ({each}) AS answer ORDER BY asked.turn{by}");
    }

    internal override Statement Row => _statement;

    internal override bool Step()
    {
        if (!_ran)
        {
            (_ran, _taken) = (true, true);
            BindAll();
        }

        if (_taken)
        {
            (_taken, _more) = (false, Asked.Count > 0 && _statement.Step());
        }

        if (_more && _statement.Int64(_statement.LastColumn) == _turn + 1)
        {
            return _taken = true;
        }

        _turn++;
        return false;
    }

    internal override void Clear()
    {
        _statement.Reset();
        base.Clear();
        (_turn, _ran, _taken, _more) = (0, false, false, false);
    }

    private void BindAll()
    {
        for (var i = 0; i < Kinds.Length; i++)
        {
            var column = Enumerable.Range(0, Asked.Count / Kinds.Length).Select(row => Asked[(row * Kinds.Length) + i]);
            if (Kinds[i] == ValueKind.Day)
            {
                _statement.Bind(i + 1, NpgsqlDbType.Array | NpgsqlDbType.Date, column.Select(day => DateOnly.FromDayNumber((int)day)).ToArray());
            }
            else
            {
                _statement.Bind(i + 1, NpgsqlDbType.Array | NpgsqlDbType.Bigint, column.ToArray());
            }
        }
    }
}
