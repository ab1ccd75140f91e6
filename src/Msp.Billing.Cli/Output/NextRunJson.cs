namespace Msp.Billing.Cli.Output;

/// <summary>What the next run bills a contract with and without a change, before tax, in major units.</summary>
internal sealed record NextRunJson(DateOnly Through, string Currency, decimal Without, decimal With, decimal Difference, IReadOnlyList<NextRunLineJson> Lines);
