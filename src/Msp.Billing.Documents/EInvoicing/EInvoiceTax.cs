namespace Msp.Billing.Documents.EInvoicing;

/// <summary>The tax of one category and rate (EN 16931: BG-23).</summary>
/// <param name="Category">The category (BT-118).</param>
/// <param name="Rate">The rate in percent (BT-119).</param>
/// <param name="Base">The sum of the lines before tax (BT-116).</param>
/// <param name="Tax">The tax on it (BT-117).</param>
/// <param name="ExemptionCode">Why there is none, by its code of the VATEX list (BT-121); null where the text says it.</param>
/// <param name="ExemptionReason">Why there is none, in words (BT-120); null where there is tax or nothing is said.</param>
public sealed record EInvoiceTax(VatCategory Category, decimal Rate, decimal Base, decimal Tax, string? ExemptionCode, string? ExemptionReason);
