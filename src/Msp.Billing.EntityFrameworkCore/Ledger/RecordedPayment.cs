using System.Collections.Immutable;
using Msp.Billing.Amounts;
using Msp.Billing.Ledger;

namespace Msp.Billing.EntityFrameworkCore.Ledger;

/// <summary>A payment as it is recorded, and what became of it.</summary>
/// <param name="Payment">The payment.</param>
/// <param name="Allocations">What it pays now.</param>
/// <param name="Unallocated">What of it is the customer's credit; zero for a refund or a reversal.</param>
/// <param name="WasRecorded">Whether it was recorded before, so that nothing was done now.</param>
public sealed record RecordedPayment(Payment Payment, ImmutableArray<(string Invoice, Money Amount)> Allocations, Money Unallocated, bool WasRecorded = false)
{
    /// <summary>The customer's name as it is now; empty right after recording.</summary>
    public string CustomerName { get; init; } = "";

    /// <summary>Who recorded it; empty right after recording.</summary>
    public string Author { get; init; } = "";

    /// <summary>The number of what took it back, or of what it takes back; null for neither.</summary>
    public string? Counterpart { get; init; }
}
