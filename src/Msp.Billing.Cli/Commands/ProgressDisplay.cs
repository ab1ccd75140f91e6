using Msp.Billing.Cli.Output;
using Msp.Billing.EntityFrameworkCore.Runs;

namespace Msp.Billing.Cli.Commands;

/// <summary>Shows how far long work is: a bar on a terminal, lines in a log, nothing for programs and when quiet.</summary>
internal sealed class ProgressDisplay : IDisposable
{
    private readonly ProgressBars? _bars;

    /// <summary>Begins to show.</summary>
    /// <param name="context">The call.</param>
    /// <param name="verb">What goes on, such as <c>Posting</c>.</param>
    /// <param name="things">What is counted, such as <c>documents</c>.</param>
    public ProgressDisplay(CommandContext context, string verb, string things)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Json || context.Quiet)
        {
            return;
        }

        _bars = context.Terminal.ShowsProgress ? new ProgressBars(context.Terminal.Error, verb, context.Color) : null;
        Progress = _bars ?? (IProgress<RunProgress>)new ProgressLines(context.Terminal.Error, verb, things);
    }

    /// <summary>Where the work reports; null for nobody.</summary>
    public IProgress<RunProgress>? Progress { get; }

    /// <summary>Takes away what was shown.</summary>
    public void Dispose() => _bars?.Dispose();
}
