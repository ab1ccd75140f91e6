namespace Msp.Billing.Benchmarks.Runs.Tracked;

public sealed class PriceTierEntity
{
    public required long TierTable { get; init; }

    public required int TierNo { get; init; }

    public required long LowerQty { get; init; }

    public required long? UpperQty { get; init; }

    public required long UnitPriceE4 { get; init; }
}
