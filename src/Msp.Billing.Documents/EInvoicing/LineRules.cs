namespace Msp.Billing.Documents.EInvoicing;

/// <summary>What every line needs.</summary>
internal static class LineRules
{
    internal static void Check(EInvoice invoice, EInvoiceFindings findings)
    {
        findings.Need(!invoice.Lines.IsEmpty, "BR-16", "The document has no line.");
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in invoice.Lines)
        {
            findings.Need(!string.IsNullOrWhiteSpace(line.Id), "BR-21", "A line has no number.");
            findings.Need(ids.Add(line.Id), "MSP-LINE", $"Two lines have the number {line.Id}.");
            findings.Need(!string.IsNullOrWhiteSpace(line.Name), "BR-25", $"Line {line.Id} has no name; name the charge.");
            findings.Need(UnitCodes.All.Contains(line.UnitCode), "BR-CL-23", $"Line {line.Id}: '{line.UnitCode}' is not a unit code that is known here.");
            findings.Need(line.Price >= 0, "BR-27", FormattableString.Invariant($"Line {line.Id} has the price {line.Price}; a price is never below zero, a quantity may be."));
            findings.Need(line.BaseQuantity is not <= 0, "PEPPOL-EN16931-R121", FormattableString.Invariant($"Line {line.Id}: the price is for {line.BaseQuantity} units; that must be above zero."));
            findings.Need(
                line.From <= line.Through, "BR-30", FormattableString.Invariant($"Line {line.Id} ends on {line.Through:yyyy-MM-dd}, before it begins on {line.From:yyyy-MM-dd}."));
            findings.Need(
                line.From >= invoice.From, "PEPPOL-EN16931-R110", FormattableString.Invariant($"Line {line.Id} begins on {line.From:yyyy-MM-dd}, before the document's period, {invoice.From:yyyy-MM-dd}."));
            findings.Need(
                line.Through <= invoice.Through, "PEPPOL-EN16931-R111", FormattableString.Invariant($"Line {line.Id} ends on {line.Through:yyyy-MM-dd}, after the document's period, {invoice.Through:yyyy-MM-dd}."));
            findings.Need(HasTwoDecimals(line.NetAmount), "BR-DEC-23", FormattableString.Invariant($"Line {line.Id}: {line.NetAmount} has more than two decimals."));
            CheckArithmetic(line, findings);
        }
    }

    internal static bool HasTwoDecimals(decimal amount) => amount % 0.01m == 0;

    // The official rule forgives two cents; half a cent is what rounding can explain.
    private static void CheckArithmetic(EInvoiceLine line, EInvoiceFindings findings)
    {
        var per = line.BaseQuantity is { } units and > 0 ? units : 1;
        var miss = Math.Abs((line.Quantity * line.Price / per) - line.Allowance - line.NetAmount);
        var sum = FormattableString.Invariant($"Line {line.Id}: {line.Quantity} × {line.Price} ÷ {per} − {line.Allowance} is not {line.NetAmount}.");
        findings.Need(miss <= 0.02m, "PEPPOL-EN16931-R120", sum);
        findings.Need(miss is <= 0.005m or > 0.02m, "MSP-ARITHMETIC", sum);
    }
}
