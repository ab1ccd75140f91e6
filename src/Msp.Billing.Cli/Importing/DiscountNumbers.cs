namespace Msp.Billing.Cli.Importing;

/// <summary>Gives a contract's discounts their numbers: those that the file names, and the next free ones.</summary>
internal sealed class DiscountNumbers
{
    private readonly HashSet<int> _taken = [];
    private int _next = 1;

    /// <summary>Takes a number.</summary>
    /// <returns>False when it is taken already.</returns>
    public bool Take(int number) => _taken.Add(number);

    /// <summary>The lowest number that is not taken.</summary>
    public int Next()
    {
        while (!_taken.Add(_next))
        {
            _next++;
        }

        return _next;
    }
}
