namespace Msp.Billing.Cli.Output;

/// <summary>A level of reminding.</summary>
internal sealed record DunningLevelJson(int Days, string? Title, string? Text, decimal Fee = 0m, bool Interest = false);
