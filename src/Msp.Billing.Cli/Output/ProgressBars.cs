using Msp.Billing.EntityFrameworkCore.Runs;
using Spectre.Console;

namespace Msp.Billing.Cli.Output;

/// <summary>Progress as a bar with the time that is left. Begins to draw when there is more than one step to wait for.</summary>
/// <param name="output">The terminal.</param>
/// <param name="verb">What goes on, such as <c>Previewing</c>.</param>
/// <param name="color">Whether it may have colours.</param>
internal sealed class ProgressBars(TextWriter output, string verb, bool color) : IProgress<RunProgress>, IDisposable
{
    private readonly ManualResetEventSlim _finished = new();
    private Task? _drawing;
    private volatile int _done;

    /// <inheritdoc/>
    public void Report(RunProgress value)
    {
        _done = value.Done;
        if (_drawing is null && value.Done < value.Total)
        {
            _drawing = Task.Run(() => Draw(value.Total));
        }
    }

    /// <summary>Takes the bar away.</summary>
    public void Dispose()
    {
        _finished.Set();
        _drawing?.Wait();
        _finished.Dispose();
    }

    private void Draw(int total)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            ColorSystem = color ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        });
        console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                var bar = context.AddTask(verb, maxValue: total);
                while (!_finished.Wait(TimeSpan.FromMilliseconds(100)))
                {
                    bar.Value = _done;
                }

                bar.Value = _done;
            });
    }
}
