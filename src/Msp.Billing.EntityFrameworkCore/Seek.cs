namespace Msp.Billing.EntityFrameworkCore;

/// <summary>One statement that is asked for many things before the first answer is taken: where an answer takes a journey to a server, all are asked in one.</summary>
/// <remarks>Bind and <see cref="Ask"/> for each thing; then, in the same order, <see cref="Step"/> through the rows of each. <see cref="Clear"/> before the next ones.</remarks>
internal abstract class Seek : IDisposable
{
    /// <summary>The row that was stepped to.</summary>
    internal abstract Statement Row { get; }

    public abstract void Dispose();

    internal abstract Seek Bind(int index, long value);

    internal abstract Seek Bind(int index, DateOnly day);

    internal Seek Bind(int index, DateTimeOffset instant) => Bind(index, instant.UtcTicks);

    /// <summary>Asks for what is bound.</summary>
    internal abstract void Ask();

    /// <summary>Goes to the next row of the thing whose turn it is.</summary>
    /// <returns>False when it has no more; the turn is then the next one's.</returns>
    internal abstract bool Step();

    /// <summary>Forgets what was asked.</summary>
    internal abstract void Clear();
}
