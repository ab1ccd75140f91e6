namespace Msp.Billing.Documents.EInvoicing;

/// <summary>How the totals hang together.</summary>
internal static class TotalRules
{
    internal static void Check(EInvoice invoice, EInvoiceFindings findings)
    {
        Same(invoice.Lines.Sum(line => line.NetAmount), invoice.NetTotal, "BR-CO-10", "The lines come to", "the total before tax is", findings);
        Same(invoice.Taxes.Sum(tax => tax.Base), invoice.NetTotal, "BR-CO-13", "The breakdown is of", "the total before tax is", findings);
        Same(invoice.Taxes.Sum(tax => tax.Tax), invoice.TaxTotal, "BR-CO-14", "The breakdown's tax comes to", "the total tax is", findings);
        Same(invoice.NetTotal + invoice.TaxTotal, invoice.GrossTotal, "BR-CO-15", "Total before tax and tax come to", "the total is", findings);
        findings.Need(
            LineRules.HasTwoDecimals(invoice.GrossTotal) && LineRules.HasTwoDecimals(invoice.TaxTotal), "BR-DEC-14", FormattableString.Invariant($"The total {invoice.GrossTotal} needs two decimals at most."));
        findings.Need(
            invoice.GrossTotal <= 0 || !string.IsNullOrWhiteSpace(invoice.PaymentTerms), "BR-CO-25", "Something is to be paid, and nothing says until when.");
        findings.Need(
            !invoice.IsCreditNote || invoice.GrossTotal >= 0, "MSP-SIGN", FormattableString.Invariant($"The credit note shows {invoice.GrossTotal}; what it gives back is shown above zero."));
    }

    private static void Same(decimal left, decimal right, string rule, string first, string second, EInvoiceFindings findings) =>
        findings.Need(left == right, rule, FormattableString.Invariant($"{first} {left}, {second} {right}."));
}
