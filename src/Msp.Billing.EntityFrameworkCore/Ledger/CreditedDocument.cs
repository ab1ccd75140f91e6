using Msp.Billing.Invoicing;

namespace Msp.Billing.EntityFrameworkCore.Ledger;

/// <summary>What crediting a document posted.</summary>
/// <param name="CreditNote">The credit note.</param>
/// <param name="Rebilled">The document that bills anew; null where that was not asked, or nothing is owed.</param>
internal sealed record CreditedDocument(PostedDocument CreditNote, PostedDocument? Rebilled);
