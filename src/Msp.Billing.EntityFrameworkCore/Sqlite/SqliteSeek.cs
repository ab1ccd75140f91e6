namespace Msp.Billing.EntityFrameworkCore.Sqlite;

/// <summary>A file answers at once: each thing is looked up when its turn comes.</summary>
internal sealed class SqliteSeek : Seek
{
    private readonly Statement _statement;
    private readonly ValueKind[] _kinds;
    private readonly long[] _bound;
    private readonly List<long> _asked = [];
    private int _next;
    private bool _running;

    internal SqliteSeek(Statement statement, ValueKind[] kinds) => (_statement, _kinds, _bound) = (statement, kinds, new long[kinds.Length]);

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
        if (!_running)
        {
            if (_next == _asked.Count)
            {
                return false;
            }

            for (var i = 0; i < _kinds.Length; i++)
            {
                var value = _asked[_next++];
                _ = _kinds[i] == ValueKind.Day ? _statement.Bind(i + 1, DateOnly.FromDayNumber((int)value)) : _statement.Bind(i + 1, value);
            }

            _running = true;
        }

        return _running = _statement.Step();
    }

    internal override void Clear()
    {
        if (_running)
        {
            _statement.Reset();
        }

        _asked.Clear();
        (_next, _running) = (0, false);
    }
}
