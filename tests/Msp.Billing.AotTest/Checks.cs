namespace Msp.Billing.AotTest;

/// <summary>Compares what was computed with what it must be, and keeps count.</summary>
internal sealed class Checks
{
    private int _differences;

    /// <summary>Counts and prints a difference.</summary>
    internal void Equal(string what, string expected, string actual)
    {
        if (expected != actual)
        {
            _differences++;
            Console.Error.WriteLine($"{what}: {actual}, but it must be {expected}.");
        }
    }

    /// <summary>Prints the outcome.</summary>
    /// <returns>The exit code: zero when nothing differs.</returns>
    internal int Report()
    {
        Console.WriteLine(_differences == 0 ? "Every amount is as it must be." : $"{_differences} differences.");
        return _differences == 0 ? 0 : 1;
    }
}
