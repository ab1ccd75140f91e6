using Microsoft.Extensions.Logging;

namespace Msp.Billing.Cli.Commands;

/// <summary>Writes warnings and errors of what runs behind a command as lines.</summary>
/// <param name="output">Where to.</param>
internal sealed class TerminalLog(TextWriter output) : ILoggerFactory, ILogger
{
    private readonly Lock _writing = new();

    /// <inheritdoc/>
    public void AddProvider(ILoggerProvider provider)
    {
    }

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => this;

    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    /// <inheritdoc/>
    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
        {
            return;
        }

        ArgumentNullException.ThrowIfNull(formatter);
        lock (_writing)
        {
            output.WriteLine(exception is null ? formatter(state, exception) : $"{formatter(state, exception)} {exception.Message}");
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
