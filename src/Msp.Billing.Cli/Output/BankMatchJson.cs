namespace Msp.Billing.Cli.Output;

/// <summary>Payments that were recorded now, and movements that are not matched.</summary>
internal sealed record BankMatchJson(IReadOnlyList<PaymentJson> Recorded, IReadOnlyList<UnmatchedJson> Unmatched);
