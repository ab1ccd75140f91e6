namespace Msp.Billing.Cli.Output;

/// <summary>What a run of one month would bill.</summary>
internal sealed record ForecastMonthJson(string Through, string Currency, int Lines, decimal Subtotal, decimal Tax, decimal Total);
