namespace Msp.Billing.Ledger;

/// <summary>A reminder that was sent for an invoice.</summary>
/// <param name="Level">Its level, from 1.</param>
/// <param name="Day">When.</param>
public readonly record struct DunningStep(int Level, DateOnly Day);
