namespace Msp.Billing.Benchmarks.Runs;

/// <summary>Stands still on the morning after the month, whatever day the benchmark is run on.</summary>
internal sealed class WorkloadClock : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(2026, 4, 1, 6, 0, 0, TimeSpan.Zero);
}
