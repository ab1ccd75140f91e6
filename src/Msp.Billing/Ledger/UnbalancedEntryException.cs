using Msp.Billing.Amounts;

namespace Msp.Billing.Ledger;

/// <summary>Thrown when debits and credits of an entry differ. Nothing is posted then.</summary>
public sealed class UnbalancedEntryException : InvalidOperationException
{
    internal UnbalancedEntryException(string reference, Money difference)
        : base($"The entry for {reference} does not balance: debits exceed credits by {difference}. Every entry sums to zero.") => Difference = difference;

    /// <summary>Debits less credits.</summary>
    public Money Difference { get; }
}
