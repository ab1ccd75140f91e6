namespace Msp.Billing.Cli.Output;

/// <summary>A line of what the next run bills. Before tax, in major units; the last day is inclusive, and null where no day is held any more.</summary>
internal sealed record NextRunLineJson(string Description, string Kind, DateOnly From, DateOnly? LastDay, decimal Quantity, decimal Net);
