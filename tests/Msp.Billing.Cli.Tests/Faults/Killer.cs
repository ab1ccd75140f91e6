using System.Diagnostics;

namespace Msp.Billing.Cli.Tests.Faults;

/// <summary>Runs a command of <c>msp</c> as a process and kills it at instants spread over its whole length.</summary>
/// <param name="arguments">The command line, with <c>--quiet</c> left out.</param>
internal sealed class Killer(params string[] arguments)
{
    private const int Killed = 128 + 9;
    private TimeSpan _whole;
    private int _attempt;

    /// <summary>Runs the command to its end, and measures how long that takes.</summary>
    public void Measure()
    {
        var start = Stopwatch.GetTimestamp();
        Finish();
        _whole = Stopwatch.GetElapsedTime(start);
    }

    /// <summary>Runs the command to its end.</summary>
    public void Finish() => Assert.Equal((0, ""), MspProcess.Run([.. arguments, "--quiet"]));

    /// <summary>Starts it again and kills it at the next instant.</summary>
    /// <returns>False when it had ended before.</returns>
    public bool Kill() => ++_attempt % 3 == 0 ? KillAtLine(1 + (_attempt / 3 % 9)) : KillAfter(Instant());

    // The golden ratio spreads the instants evenly over the last four fifths, where the process has started, in an order that does not repeat.
    private TimeSpan Instant() => _whole * (0.2 + (0.8 * (_attempt * 0.6180339887 % 1)));

    private bool KillAfter(TimeSpan delay)
    {
        var start = Stopwatch.GetTimestamp();
        using var process = MspProcess.Start([.. arguments, "--quiet"]);
        if (process.WaitForExit(delay))
        {
            // The machine is less busy than when it was measured: aim at the shorter length from now on.
            var ended = Stopwatch.GetElapsedTime(start);
            _whole = ended < _whole ? ended : _whole;
            return false;
        }

        process.Kill();
        process.WaitForExit();
        return process.ExitCode == Killed;
    }

    // What a step does is short beside the start of a process: some kills wait for it to be under way.
    private bool KillAtLine(int count)
    {
        using var process = MspProcess.Start(arguments);
        for (var line = 0; line < count && process.StandardError.ReadLine() is not null; line++)
        {
        }

        process.Kill();
        process.WaitForExit();
        return process.ExitCode == Killed;
    }
}
