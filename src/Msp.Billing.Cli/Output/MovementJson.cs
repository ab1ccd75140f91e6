namespace Msp.Billing.Cli.Output;

/// <summary>How MRR moved in a month in one currency: opening and the moves sum to closing.</summary>
internal sealed record MovementJson(
    string Month, string Currency, decimal Opening, decimal New, decimal Reactivation, decimal Expansion, decimal Contraction, decimal Churn, decimal Price, decimal Closing);
