namespace Msp.Billing.Benchmarks.Runs.Tracked;

public sealed class ContractEntity
{
    public required long Id { get; init; }

    public required long CustomerId { get; init; }

    public CustomerEntity? Customer { get; init; }

    public required string Plan { get; init; }

    public required DateOnly StartDate { get; init; }

    public required DateOnly? EndDate { get; init; }

    public required int TermsDays { get; init; }

    public required string Currency { get; init; }

    public ICollection<ChargeEntity> Charges { get; } = [];

    public ICollection<UsageEntity> Usage { get; } = [];
}
