namespace Msp.Billing.Cli.Output;

/// <summary>What happened.</summary>
/// <param name="ExitCode">What the process tells the shell.</param>
/// <param name="Message">As it is shown to people.</param>
internal sealed record FailureBody(int ExitCode, string Message);
