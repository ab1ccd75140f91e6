namespace Msp.Billing.Cli.Output;

/// <summary>What crediting a document issued.</summary>
internal sealed record CreditJson(string Document, bool DryRun, string CreditNote, string Currency, decimal Total, string? Rebilled, decimal? RebilledTotal);
