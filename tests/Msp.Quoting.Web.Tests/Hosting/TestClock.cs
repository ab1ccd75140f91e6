namespace Msp.Quoting.Web.Tests.Hosting;

/// <summary>A clock that began at a known instant and runs as ours does.</summary>
internal sealed class TestClock(DateTimeOffset start) : TimeProvider
{
    private readonly DateTimeOffset _started = System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => start + (System.GetUtcNow() - _started);
}
