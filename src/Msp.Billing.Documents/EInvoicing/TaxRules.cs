namespace Msp.Billing.Documents.EInvoicing;

/// <summary>What each VAT category asks for.</summary>
internal static class TaxRules
{
    internal static void Check(EInvoice invoice, EInvoiceFindings findings)
    {
        findings.Need(!invoice.Taxes.IsEmpty, "BR-CO-18", "The document has no VAT breakdown.");
        foreach (var line in invoice.Lines)
        {
            findings.Need(
                line.Category != VatCategory.Standard || line.Rate > 0, "BR-S-05",
                $"Line {line.Id} is taxed at the standard category with 0 percent; choose zero rate, exempt, reverse charge or outside the scope.");
            findings.Need(
                line.Category == VatCategory.Standard || line.Rate == 0, $"BR-{line.Category.Code()}-05",
                FormattableString.Invariant($"Line {line.Id} is {Words(line.Category)} and has a rate of {line.Rate} percent; it must have none."));
            findings.Need(
                invoice.Taxes.Any(tax => tax.Category == line.Category && tax.Rate == line.Rate), $"BR-{line.Category.Code()}-01",
                FormattableString.Invariant($"The breakdown says nothing of {Words(line.Category)} at {line.Rate} percent, which line {line.Id} has."));
        }

        foreach (var tax in invoice.Taxes)
        {
            CheckSums(invoice, tax, findings);
            CheckReason(tax, findings);
            CheckNumbers(invoice, tax.Category, findings);
        }
    }

    private static void CheckSums(EInvoice invoice, EInvoiceTax tax, EInvoiceFindings findings)
    {
        var code = tax.Category.Code();
        var sum = invoice.Lines.Where(line => line.Category == tax.Category && line.Rate == tax.Rate).Sum(line => line.NetAmount);
        findings.Need(
            sum == tax.Base, $"BR-{code}-08", FormattableString.Invariant($"The lines that are {Words(tax.Category)} at {tax.Rate} percent come to {sum}, the breakdown says {tax.Base}."));
        var miss = Math.Abs((tax.Base * tax.Rate / 100) - tax.Tax);
        findings.Need(
            miss < 1, tax.Category == VatCategory.Standard ? "BR-CO-17" : $"BR-{code}-09", FormattableString.Invariant($"{tax.Rate} percent of {tax.Base} is not {tax.Tax}."));

        // Credits give back the tax that was posted, and tax may be taken out of a price: both can be a minor unit beside base times rate, as the official rules allow.
        findings.Need(miss >= 1 || miss < (invoice.Currency.Decimals == 0 ? 1m : 0.02m), "MSP-TAX", FormattableString.Invariant($"{tax.Rate} percent of {tax.Base} is not {tax.Tax}, and rounding does not explain it."));
        findings.Need(
            LineRules.HasTwoDecimals(tax.Base) && LineRules.HasTwoDecimals(tax.Tax), "BR-DEC-19", FormattableString.Invariant($"The breakdown's {tax.Base} and {tax.Tax} need two decimals at most."));
    }

    private static void CheckReason(EInvoiceTax tax, EInvoiceFindings findings)
    {
        var hasReason = !string.IsNullOrWhiteSpace(tax.ExemptionReason) || tax.ExemptionCode is not null;
        var code = tax.Category.Code();
        if (tax.Category is VatCategory.Standard or VatCategory.Zero)
        {
            findings.Need(!hasReason, $"BR-{code}-10", $"What is {Words(tax.Category)} must not give a reason for exemption.");
        }
        else
        {
            findings.Need(hasReason, $"BR-{code}-10", $"What is {Words(tax.Category)} must say why; enter the exemption reason with the customer, or with the seller's details where the service itself is exempt.");
        }
    }

    private static void CheckNumbers(EInvoice invoice, VatCategory category, EInvoiceFindings findings)
    {
        var (seller, buyer) = (invoice.Seller, invoice.Buyer);
        var code = category.Code();
        if (category == VatCategory.OutsideScope)
        {
            findings.Need(
                invoice.Taxes.Length == 1, "BR-O-11", "What is outside the scope of VAT stands beside taxed lines; it needs a document of its own. Bill it by a contract of its own.");
            findings.Need(
                invoice.Taxes.Length > 1 || (seller.VatNumber is null && buyer.VatNumber is null), "BR-O-02", "A document outside the scope of VAT must not carry a VAT number.");
            return;
        }

        findings.Need(
            seller.VatNumber is not null || seller.TaxNumber is not null, $"BR-{code}-02",
            $"The seller has no VAT number; a document with lines that are {Words(category)} needs it. Enter it with the seller's details.");
        if (category == VatCategory.ReverseCharge)
        {
            findings.Need(
                buyer.VatNumber is not null || buyer.Registration is not null, "BR-AE-02",
                "The customer accounts for the tax but has neither a VAT number nor a registration number; enter one with the customer.");
        }
    }

    private static string Words(VatCategory category) => category switch
    {
        VatCategory.Standard => "taxed",
        VatCategory.Zero => "zero rated",
        VatCategory.Exempt => "exempt",
        VatCategory.ReverseCharge => "under reverse charge",
        VatCategory.OutsideScope => "outside the scope of VAT",
        _ => throw new ArgumentOutOfRangeException(nameof(category), category, "No such VAT category."),
    };
}
