namespace Msp.Billing.Benchmarks.Runs.Tracked;

public sealed class TaxRateEntity
{
    public required string Code { get; init; }

    public required long RateE4 { get; init; }
}
