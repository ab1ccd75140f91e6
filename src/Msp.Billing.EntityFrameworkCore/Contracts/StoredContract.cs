using Msp.Billing.Contracts;
using Msp.Billing.Invoicing;
using Msp.Billing.Runs;
using Msp.Billing.Usage;

namespace Msp.Billing.EntityFrameworkCore.Contracts;

/// <summary>A contract with everything that drafting it needs.</summary>
/// <param name="Id">Its number in storage: rises in the order of import.</param>
/// <param name="CustomerId">The customer's number in storage.</param>
/// <param name="Contract">The contract with all its amendments.</param>
/// <param name="Customer">Who pays.</param>
public sealed record StoredContract(long Id, long CustomerId, Contract Contract, Customer Customer)
{
    /// <summary>Through which day it is billed; null before its first posting.</summary>
    public DateOnly? BilledThrough { get; init; }

    /// <summary>As of when the last posting knew it; null before its first posting.</summary>
    public DateTimeOffset? BilledKnownAt { get; init; }

    /// <summary>
    /// Periods that end on or before this day are billed in full and nothing was recorded for them since: the day it is billed through, or an earlier
    /// day for which something was recorded after the last posting. Null before its first posting.
    /// </summary>
    public DateOnly? RecheckFrom { get; init; }

    /// <summary>What was counted, for every day that can matter to a period that ends after <see cref="RecheckFrom"/> or that the run before billed.</summary>
    public ReadOnlyMemory<UsageCount> Counts { get; init; }

    /// <summary>What was posted, for every period that ends after <see cref="RecheckFrom"/>.</summary>
    public ReadOnlyMemory<BilledPeriod> Billed { get; init; }

    /// <summary>What the run before posted for it; nothing unless that run was named.</summary>
    public PreviousBilling Previous { get; init; } = PreviousBilling.Nothing;
}
