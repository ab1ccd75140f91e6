namespace Msp.Billing.Amounts;

/// <summary>Thrown when amounts of two currencies meet in one operation.</summary>
public sealed class CurrencyMismatchException : InvalidOperationException
{
    internal CurrencyMismatchException(Currency expected, Currency actual)
        : base($"An amount in {actual.Code} cannot be combined with one in {expected.Code}; convert it first, at a rate you can show.")
    {
        Expected = expected;
        Actual = actual;
    }

    /// <summary>The currency of the left side.</summary>
    public Currency Expected { get; }

    /// <summary>The currency that was given.</summary>
    public Currency Actual { get; }
}
