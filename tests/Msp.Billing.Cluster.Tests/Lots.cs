namespace Msp.Billing.Cluster.Tests;

/// <summary>Draws numbers from a seed, the same ones with every version of the runtime (SplitMix64).</summary>
/// <param name="seed">The seed.</param>
internal sealed class Lots(int seed)
{
    private ulong _state = (ulong)seed;

    /// <summary>A number from 0, below a limit.</summary>
    public int Below(int limit)
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return (int)((mixed ^ (mixed >> 31)) % (ulong)limit);
        }
    }
}
