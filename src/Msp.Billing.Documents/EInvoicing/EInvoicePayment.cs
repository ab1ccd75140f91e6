using Msp.Billing.Contracts;

namespace Msp.Billing.Documents.EInvoicing;

/// <summary>How to pay (EN 16931: BG-16): by transfer to an account.</summary>
/// <param name="MeansCode">58 for a SEPA transfer, 30 for another (BT-81, UNCL 4461).</param>
/// <param name="Account">The account (BG-17).</param>
/// <param name="Reference">What the payer writes on the transfer (BT-83): the document's number.</param>
public sealed record EInvoicePayment(string MeansCode, BankAccount Account, string Reference);
