namespace Msp.Billing.Cli.Output;

/// <summary>One line of a posted document. Periods are half-open: their end is the first day not billed.</summary>
internal sealed record DocumentLineJson(
    int Number, int LineId, string Charge, string Description, string Kind, string? Cause, string PeriodStart, string PeriodEnd, string From, string Until,
    decimal Quantity, string Unit, decimal? UnitPrice, string Share, decimal Amount, decimal Net, string TaxCategory, decimal TaxPercent);
