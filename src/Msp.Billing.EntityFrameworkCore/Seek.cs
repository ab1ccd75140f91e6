namespace Msp.Billing.EntityFrameworkCore;

/// <summary>One statement that is asked for many things before the first answer is taken: where an answer takes a journey to a server, all are asked in one.</summary>
/// <remarks>Bind and <see cref="Ask"/> for each thing; then, in the same order, <see cref="Step"/> through the rows of each. <see cref="Clear"/> before the next ones.</remarks>
/// <param name="kinds">What the statement's parameters are, from the first: numbers or days.</param>
internal abstract class Seek(ValueKind[] kinds) : IDisposable
{
    private readonly long[] _bound = new long[kinds.Length];

    /// <summary>The row that was stepped to.</summary>
    internal abstract Statement Row { get; }

    /// <summary>What the parameters are.</summary>
    protected ValueKind[] Kinds => kinds;

    /// <summary>What was asked: the numbers, or the days' numbers, of one thing after another.</summary>
    protected List<long> Asked { get; } = [];

    public void Dispose() => Row.Dispose();

    internal Seek Bind(int index, long value)
    {
        _bound[index - 1] = value;
        return this;
    }

    internal Seek Bind(int index, DateOnly day) => Bind(index, (long)day.DayNumber);

    internal Seek Bind(int index, DateTimeOffset instant) => Bind(index, instant.UtcTicks);

    /// <summary>Asks for what is bound.</summary>
    internal void Ask() => Asked.AddRange(_bound);

    /// <summary>Goes to the next row of the thing whose turn it is.</summary>
    /// <returns>False when it has no more; the turn is then the next one's.</returns>
    internal abstract bool Step();

    /// <summary>Forgets what was asked.</summary>
    internal virtual void Clear() => Asked.Clear();
}
