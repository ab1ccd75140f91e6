namespace Msp.Billing.Benchmarks.Runs.Tracked;

public sealed class CustomerEntity
{
    public required long Id { get; init; }

    public required string Name { get; init; }

    public required string TaxCode { get; init; }

    public TaxRateEntity? TaxRate { get; init; }
}
