namespace Msp.Billing.Benchmarks.Runs.Tracked;

public sealed class UsageEntity
{
    public required DateOnly PeriodStart { get; init; }

    public required long ContractId { get; init; }

    public required int LineNo { get; init; }

    public required long QuantityE3 { get; init; }
}
