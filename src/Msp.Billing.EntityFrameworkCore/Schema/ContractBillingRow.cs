namespace Msp.Billing.EntityFrameworkCore.Schema;

/// <summary>How far a contract is billed: every period due by the day, as it was known at the instant. No row before the first posting.</summary>
internal sealed class ContractBillingRow
{
    public long SellerId { get; set; }

    public long ContractId { get; set; }

    public DateOnly BilledThrough { get; set; }

    public DateTimeOffset KnownAt { get; set; }
}
