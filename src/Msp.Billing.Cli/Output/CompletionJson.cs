namespace Msp.Billing.Cli.Output;

/// <summary>A completion script for programs that install it.</summary>
/// <param name="Shell">bash, zsh, pwsh, or fish.</param>
/// <param name="Script">What the shell runs.</param>
internal sealed record CompletionJson(string Shell, string Script);
