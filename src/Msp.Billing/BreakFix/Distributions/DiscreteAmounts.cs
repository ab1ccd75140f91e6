namespace Msp.Billing.BreakFix.Distributions;

/// <summary>Amounts that occur with given probabilities, such as what one call may cost.</summary>
internal sealed class DiscreteAmounts
{
    // Thousands of atoms in one array would be a large object, and each comparison would make the whole heap be collected sooner.
    private const int BlockLength = 1024;

    private readonly List<(double Amount, double Probability)[]> _blocks = [];
    private int _used = BlockLength;

    /// <summary>How many blocks of amounts there are.</summary>
    internal int BlockCount => _blocks.Count;

    /// <summary>The mean.</summary>
    internal double Mean { get; private set; }

    /// <summary>The mean of the square.</summary>
    internal double SecondMoment { get; private set; }

    /// <summary>A block of amounts; in each, and from block to block, in the order in which they were added.</summary>
    internal ReadOnlySpan<(double Amount, double Probability)> Block(int index) => _blocks[index].AsSpan(0, index == _blocks.Count - 1 ? _used : BlockLength);

    /// <summary>Adds an amount; the probabilities of all must in the end sum to one.</summary>
    internal void Add(double amount, double probability)
    {
        if (_used == BlockLength)
        {
            _blocks.Add(new (double, double)[BlockLength]);
            _used = 0;
        }

        _blocks[^1][_used++] = (amount, probability);
        Mean += amount * probability;
        SecondMoment += amount * amount * probability;
    }
}
