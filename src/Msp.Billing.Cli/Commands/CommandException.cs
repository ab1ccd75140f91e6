namespace Msp.Billing.Cli.Commands;

/// <summary>Ends a command with a message and an exit code.</summary>
/// <param name="exitCode">One of <see cref="ExitCode"/>.</param>
/// <param name="message">What was wrong with which value, and what would be right.</param>
internal sealed class CommandException(int exitCode, string message) : Exception(message)
{
    /// <summary>What the process tells the shell.</summary>
    public int ExitCode { get; } = exitCode;

    /// <summary>The rules refuse it, or something that was named does not exist.</summary>
    public static CommandException Refused(string message) => new(Commands.ExitCode.Refused, message);

    /// <summary>Options contradict each other, or one is missing.</summary>
    public static CommandException Usage(string message) => new(Commands.ExitCode.Usage, message);
}
