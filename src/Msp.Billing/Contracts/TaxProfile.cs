namespace Msp.Billing.Contracts;

/// <summary>What decides a customer's tax.</summary>
/// <param name="Jurisdiction">The key of the seller's tax table, such as <c>DE</c> or <c>US-CA</c>.</param>
/// <param name="VatNumber">The customer's VAT number; null when it has none.</param>
/// <param name="ExemptionReason">Why every line is exempt, as it is printed; null when none is by reason of the customer.</param>
/// <param name="ReverseCharge">Whether the customer accounts for the tax itself; needs a VAT number.</param>
public sealed record TaxProfile(string Jurisdiction, string? VatNumber = null, string? ExemptionReason = null, bool ReverseCharge = false);
