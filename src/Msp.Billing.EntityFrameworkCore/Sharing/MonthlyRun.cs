namespace Msp.Billing.EntityFrameworkCore.Sharing;

/// <summary>What a look at a seller's month came to.</summary>
/// <param name="Seller">The seller's code.</param>
/// <param name="Run">The run that was begun, or was there; null where there is none.</param>
/// <param name="Refusal">Why none could be begun; null where nothing stood in the way.</param>
public sealed record MonthlyRun(string Seller, string? Run, string? Refusal);
