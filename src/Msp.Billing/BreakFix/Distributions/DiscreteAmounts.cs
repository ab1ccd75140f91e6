namespace Msp.Billing.BreakFix.Distributions;

/// <summary>Amounts that occur with given probabilities, such as what one call may cost.</summary>
internal sealed class DiscreteAmounts
{
    private readonly List<(double Amount, double Probability)> _atoms = [];

    /// <summary>The amounts, in the order in which they were added.</summary>
    internal IReadOnlyList<(double Amount, double Probability)> Atoms => _atoms;

    /// <summary>The mean.</summary>
    internal double Mean { get; private set; }

    /// <summary>The mean of the square.</summary>
    internal double SecondMoment { get; private set; }

    /// <summary>Adds an amount; the probabilities of all must in the end sum to one.</summary>
    internal void Add(double amount, double probability)
    {
        _atoms.Add((amount, probability));
        Mean += amount * probability;
        SecondMoment += amount * amount * probability;
    }
}
