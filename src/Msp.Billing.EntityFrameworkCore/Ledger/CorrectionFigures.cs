using Msp.Billing.Amounts;
using Msp.Billing.Invoicing;

namespace Msp.Billing.EntityFrameworkCore.Ledger;

/// <summary>What a correction does, to the minor unit, before it is done.</summary>
/// <param name="Given">What is given back or given up, with tax; above zero.</param>
/// <param name="Billed">What is billed anew, with tax; null where nothing is.</param>
/// <param name="CreditNote">The credit note as it would stand; null for a write-off.</param>
/// <param name="Rebilled">The document that would bill anew; null where none would.</param>
public sealed record CorrectionFigures(Money Given, Money? Billed, PostedDocument? CreditNote, PostedDocument? Rebilled);
