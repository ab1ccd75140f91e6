namespace Msp.Billing.Documents.EInvoicing;

/// <summary>What the head of a document needs: number, days, references, payment.</summary>
internal static class HeadRules
{
    internal static void Check(EInvoice invoice, EInvoiceFindings findings)
    {
        findings.Need(!string.IsNullOrWhiteSpace(invoice.Number), "BR-02", "The document has no number.");
        findings.Need(
            invoice.BuyerReference is not null || invoice.Order is not null, "PEPPOL-EN16931-R003",
            "The customer has neither a buyer reference nor a purchase order that covers this document; ask for one and enter it with the customer.");
        findings.Need(invoice.From <= invoice.Through, "BR-29", FormattableString.Invariant($"The period ends on {invoice.Through:yyyy-MM-dd}, before it begins on {invoice.From:yyyy-MM-dd}."));
        findings.Need(
            invoice.DueDay >= invoice.IssueDay, "MSP-DUE", FormattableString.Invariant($"It is due on {invoice.DueDay:yyyy-MM-dd}, before it is issued on {invoice.IssueDay:yyyy-MM-dd}."));
        findings.Need(
            !invoice.IsCreditNote || !invoice.Preceding.IsEmpty, "NL-R-001",
            "The credit note does not say which invoice it credits; a Dutch rule, and what every bookkeeper asks. Credit a posted line.");
        foreach (var preceding in invoice.Preceding)
        {
            findings.Need(!string.IsNullOrWhiteSpace(preceding.Number), "BR-55", "A document that is corrected has no number.");
        }

        findings.Need(invoice.Payment is not null, "MSP-PAYMENT", "The seller has named no account to pay to; enter one with the seller's details.");
        if (invoice.Payment is { } payment)
        {
            findings.Need(payment.MeansCode is EInvoiceMapping.SepaTransfer or EInvoiceMapping.OtherTransfer, "BR-CL-16", $"'{payment.MeansCode}' is not a way to pay that is known here: 58 or 30.");
            findings.Need(!string.IsNullOrWhiteSpace(payment.Account.Number), "BR-61", "A transfer needs the number of an account; enter it with the seller's details.");
        }
    }
}
