namespace Msp.Billing.EntityFrameworkCore.Tests.Contracts;

/// <summary>Numbers that look drawn at random and are the same for the same seed on every machine and version (SplitMix64).</summary>
internal sealed class Draws(int seed)
{
    private ulong _state = unchecked((ulong)seed * 0x9E3779B97F4A7C15);

    public int Next(int end) => (int)(Bits() % (ulong)end);

    public int Next(int start, int end) => start + Next(end - start);

    private ulong Bits()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }
}
