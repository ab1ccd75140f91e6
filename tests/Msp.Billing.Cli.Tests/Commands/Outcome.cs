namespace Msp.Billing.Cli.Tests.Commands;

/// <summary>How a call ended.</summary>
internal sealed record Outcome(int Code, string Output, string Error);
