namespace Msp.Quoting.Web.Tests.Hosting;

/// <summary>A clock that began at a known instant and runs as ours does.</summary>
internal sealed class TestClock(DateTimeOffset start) : TimeProvider
{
    private readonly DateTimeOffset _started = System.GetUtcNow();

    /// <summary>Called when the time is read, on the thread that reads it; null for nobody.</summary>
    public Action? Read { get; set; }

    public override DateTimeOffset GetUtcNow()
    {
        Read?.Invoke();
        return start + (System.GetUtcNow() - _started);
    }
}
