namespace Msp.Billing.Benchmarks.Runs.Tracked;

public sealed class ChargeEntity
{
    public required long Id { get; init; }

    public required long ContractId { get; init; }

    public required int LineNo { get; init; }

    public required string Kind { get; init; }

    public required string Description { get; init; }

    public required long? UnitPriceE4 { get; init; }

    public required long? TierTable { get; init; }

    public required long IncludedE3 { get; init; }

    public required bool Prorate { get; init; }
}
