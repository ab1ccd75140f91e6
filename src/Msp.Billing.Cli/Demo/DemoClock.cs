namespace Msp.Billing.Cli.Demo;

/// <summary>A clock that stands: the demo's months are billed on the days on which they were, whatever today is.</summary>
/// <param name="now">The instant that it shows.</param>
internal sealed class DemoClock(DateTimeOffset now) : TimeProvider
{
    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => now;
}
