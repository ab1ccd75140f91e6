using Msp.Billing.EntityFrameworkCore.Runs;

namespace Msp.Billing.Cli.Output;

/// <summary>Progress as plain lines, for logs: one at each tenth of the way.</summary>
/// <param name="output">Where to.</param>
/// <param name="verb">What goes on, such as <c>Previewing</c>.</param>
/// <param name="things">What is counted, such as <c>contracts</c>.</param>
internal sealed class ProgressLines(TextWriter output, string verb, string things) : IProgress<RunProgress>
{
    private int _tenths;

    /// <inheritdoc/>
    public void Report(RunProgress value)
    {
        // What is done in one go needs no progress.
        var tenths = value.Total == 0 ? 10 : (int)(10L * value.Done / value.Total);
        if (tenths <= _tenths || (_tenths == 0 && value.Done >= value.Total))
        {
            return;
        }

        _tenths = tenths;
        output.WriteLine($"{verb}: {Figures.Of(value.Done)} of {Figures.Of(value.Total)} {things}");
    }
}
