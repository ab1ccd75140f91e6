using Msp.Billing.Contracts;
using Msp.Billing.Invoicing;
using Msp.Billing.Runs;
using Msp.Billing.Usage;

namespace Msp.Billing.EntityFrameworkCore.Contracts;

/// <summary>A contract that is being read, while what was counted and posted for it is looked up.</summary>
internal sealed class FoundContract(long id, long customerId, Contract contract, Customer customer)
{
    internal long Id => id;

    internal Contract Contract => contract;

    internal DateOnly? BilledThrough { get; set; }

    internal DateTimeOffset BilledKnownAt { get; set; }

    internal DateOnly RecheckFrom { get; set; }

    internal ReadOnlyMemory<BilledPeriod> Billed { get; set; }

    internal PreviousBilling Previous { get; set; } = PreviousBilling.Nothing;

    /// <summary>The contract with what was found.</summary>
    internal StoredContract Stored(ReadOnlyMemory<UsageCount> counts) => BilledThrough is { } through
        ? new StoredContract(id, customerId, contract, customer)
        {
            BilledThrough = through,
            BilledKnownAt = BilledKnownAt,
            RecheckFrom = RecheckFrom,
            Billed = Billed,
            Previous = Previous,
            Counts = counts,
        }
        : new StoredContract(id, customerId, contract, customer) { Counts = counts };
}
