namespace Msp.Billing.Cli.Tests.Commands;

/// <summary>A clock that is set, and goes on a second with each look at it.</summary>
internal sealed class TestClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now = Now.AddSeconds(1);
}
