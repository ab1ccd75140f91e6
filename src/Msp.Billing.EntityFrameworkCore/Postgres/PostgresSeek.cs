using System.Globalization;
using System.Text.RegularExpressions;
using NpgsqlTypes;

namespace Msp.Billing.EntityFrameworkCore.Postgres;

/// <summary>All things are asked in one statement: it is run once for each row of a table of what was bound, on the server.</summary>
internal sealed partial class PostgresSeek : Seek
{
    private readonly PostgresStatement _statement;
    private readonly ValueKind[] _kinds;
    private readonly long[] _bound;
    private readonly List<long> _asked = [];
    private long _turn;
    private bool _ran;
    private bool _taken;
    private bool _more;

    /// <param name="session">The connection.</param>
    /// <param name="sql">The statement, whose columns have names of their own.</param>
    /// <param name="kinds">What its parameters are, from the first.</param>
    /// <param name="order">The columns by which its rows are ordered.</param>
    internal PostgresSeek(PostgresSession session, string sql, ValueKind[] kinds, string order)
    {
        (_kinds, _bound) = (kinds, new long[kinds.Length]);
        var asked = string.Join(", ", kinds.Select((kind, at) => $"?{at + 1}::{(kind == ValueKind.Day ? "date[]" : "bigint[]")}"));
        var names = string.Join(", ", kinds.Select((_, at) => $"p{at + 1}"));
        var each = Place().Replace(sql, place => string.Create(CultureInfo.InvariantCulture, $"asked.p{place.ValueSpan[1..]}"));
        var by = string.Join("", order.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(column => $", answer.{column}"));
        _statement = new PostgresStatement(
            session, $"SELECT answer.*, asked.turn FROM unnest({asked}) WITH ORDINALITY AS asked({names}, turn), LATERAL ({each}) AS answer ORDER BY asked.turn{by}");
    }

    internal override Statement Row => _statement;

    public override void Dispose() => _statement.Dispose();

    internal override Seek Bind(int index, long value)
    {
        _bound[index - 1] = value;
        return this;
    }

    internal override Seek Bind(int index, DateOnly day) => Bind(index, (long)day.DayNumber);

    internal override void Ask() => _asked.AddRange(_bound);

    internal override bool Step()
    {
        if (!_ran)
        {
            (_ran, _taken) = (true, true);
            BindAll();
        }

        if (_taken)
        {
            (_taken, _more) = (false, _asked.Count > 0 && _statement.Step());
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
        _asked.Clear();
        (_turn, _ran, _taken, _more) = (0, false, false, false);
    }

    private void BindAll()
    {
        var count = _asked.Count / _kinds.Length;
        for (var i = 0; i < _kinds.Length; i++)
        {
            if (_kinds[i] == ValueKind.Day)
            {
                var days = new DateOnly[count];
                for (var row = 0; row < count; row++)
                {
                    days[row] = DateOnly.FromDayNumber((int)_asked[(row * _kinds.Length) + i]);
                }

                _statement.Bind(i + 1, NpgsqlDbType.Array | NpgsqlDbType.Date, days);
            }
            else
            {
                var numbers = new long[count];
                for (var row = 0; row < count; row++)
                {
                    numbers[row] = _asked[(row * _kinds.Length) + i];
                }

                _statement.Bind(i + 1, NpgsqlDbType.Array | NpgsqlDbType.Bigint, numbers);
            }
        }
    }

    [GeneratedRegex(@"\?\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Place();
}
