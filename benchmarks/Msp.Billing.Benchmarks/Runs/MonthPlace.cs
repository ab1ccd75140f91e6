namespace Msp.Billing.Benchmarks.Runs;

/// <summary>Where the databases of a measurement are. Each is made once; every round begins with a fresh copy of it.</summary>
internal abstract class MonthPlace : IDisposable
{
    /// <summary>What the table is headed with.</summary>
    internal abstract string Name { get; }

    /// <inheritdoc/>
    public abstract void Dispose();

    /// <summary>Makes an empty place for a database, without whatever stood there.</summary>
    /// <returns>What opens it.</returns>
    internal abstract string Empty(string name);

    /// <summary>A copy of a database that was made.</summary>
    /// <returns>What opens it.</returns>
    internal abstract string Fresh(string name);

    /// <summary>How many bytes a database takes, indexes included.</summary>
    internal abstract long SizeOf(string address);

    /// <summary>How many bytes were ever written ahead of the tables; null where that is not known.</summary>
    internal abstract long? WrittenAhead();
}
