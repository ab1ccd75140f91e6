namespace Msp.Billing.Cli.Output;

/// <summary>What a customer earned in one currency; the margin is of the covered revenue, whose costs are known.</summary>
internal sealed record MarginJson(
    string Customer, string Name, string Currency, decimal Revenue, decimal Covered, decimal Uncovered, decimal Costs, decimal GrossProfit, decimal? GrossMargin,
    decimal? Hours, decimal? HourlyRate);
