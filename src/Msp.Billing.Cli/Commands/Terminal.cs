namespace Msp.Billing.Cli.Commands;

/// <summary>What a command sees of the machine: where it writes, what time it is, who is logged in. Tests give their own.</summary>
internal sealed record Terminal
{
    /// <summary>For what was asked.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>For what went wrong, and for progress.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Whether somebody looks at the output as it comes; a file or a pipe does not.</summary>
    public bool IsInteractive { get; init; }

    /// <summary>Whether somebody looks at the progress as it comes.</summary>
    public bool ShowsProgress { get; init; }

    /// <summary>Gives the instants that are recorded.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The environment variables; null for one that is not set.</summary>
    public Func<string, string?> Variable { get; init; } = static _ => null;

    /// <summary>The author when nothing else names one.</summary>
    public string LoginName { get; init; } = "";

    /// <summary>Asks the command to stop at the next place where nothing is half done.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>The terminal that the process was started from.</summary>
    public static Terminal OfProcess(CancellationToken cancellation) => new()
    {
        Output = Console.Out,
        Error = Console.Error,
        IsInteractive = !Console.IsOutputRedirected,
        ShowsProgress = !Console.IsErrorRedirected,
        Variable = Environment.GetEnvironmentVariable,
        LoginName = Environment.UserName,
        Cancellation = cancellation,
    };
}
