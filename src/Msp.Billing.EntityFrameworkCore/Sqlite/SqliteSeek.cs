namespace Msp.Billing.EntityFrameworkCore.Sqlite;

/// <summary>A file answers at once: each thing is looked up when its turn comes.</summary>
internal sealed class SqliteSeek(Statement statement, ValueKind[] kinds) : Seek(kinds)
{
    private int _next;
    private bool _running;

    internal override Statement Row => statement;

    internal override bool Step()
    {
        if (!_running)
        {
            if (_next == Asked.Count)
            {
                return false;
            }

            for (var i = 0; i < Kinds.Length; i++)
            {
                var value = Asked[_next++];
                _ = Kinds[i] == ValueKind.Day ? statement.Bind(i + 1, DateOnly.FromDayNumber((int)value)) : statement.Bind(i + 1, value);
            }
        }

        return _running = statement.Step();
    }

    internal override void Clear()
    {
        if (_running)
        {
            statement.Reset();
        }

        base.Clear();
        (_next, _running) = (0, false);
    }
}
