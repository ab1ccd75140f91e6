namespace Msp.Billing.Benchmarks.Runs.Tracked;

public sealed class SeriesEntity
{
    public required string Series { get; init; }

    public required long NextValue { get; set; }
}
