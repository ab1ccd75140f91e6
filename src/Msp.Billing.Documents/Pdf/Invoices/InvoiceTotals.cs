using System.Collections.Immutable;
using Msp.Billing.Catalog;
using Msp.Billing.Documents.Pdf.Layout;
using Msp.Billing.Invoicing;

namespace Msp.Billing.Documents.Pdf.Invoices;

/// <summary>What the lines come to, the tax by category and rate, and what is due.</summary>
internal sealed class InvoiceTotals
{
    private const double Before = 8;
    private const double After = 22;
    private readonly InvoicePaper _paper;
    private readonly ImmutableArray<(string Label, string Amount)> _rows;

    /// <summary>Prepares the rows.</summary>
    public InvoiceTotals(InvoicePaper paper)
    {
        _paper = paper;
        var (posted, formats) = (paper.Posted, paper.Formats);
        _rows =
        [
            (paper.Words.Subtotal, formats.Amount(paper.MoneyOf(posted.SubtotalMinorUnits))),
            .. posted.Taxes.Select(tax => (LabelOf(tax), formats.Amount(paper.MoneyOf(tax.TaxMinorUnits)))),
        ];
    }

    /// <summary>How much room it needs.</summary>
    public double Height => Before + (_rows.Length * InvoiceStyles.Text.Leading) + InvoiceStyles.Total.Leading + 14;

    /// <summary>Sets it, right below the lines.</summary>
    public void Write()
    {
        var sheet = _paper.Sheet;
        sheet.Need(Height);
        sheet.Y += Before;
        var table = _paper.Structure.Add("Table");
        foreach (var (label, amount) in _rows)
        {
            var row = table.Add("TR");
            var baseline = sheet.Y + Sheet.Drop(InvoiceStyles.Text);
            sheet.Write(row.AddHead("Row"), InvoiceStyles.Text with { Color = InvoiceStyles.Quiet }, Left, baseline, label);
            sheet.WriteUpTo(row.AddCell(), InvoiceStyles.Text, sheet.Right, baseline, amount);
            sheet.Y += InvoiceStyles.Text.Leading;
        }

        sheet.Y += 4;
        sheet.Page.Fill(Left, sheet.Y, sheet.Right - Left, 1.6, _paper.Styles.Brand);
        sheet.Y += 6;
        var (total, style) = (table.Add("TR"), InvoiceStyles.Total);
        var drop = sheet.Y + Sheet.Drop(style);
        sheet.Write(total.AddHead("Row"), style, Left, drop, _paper.IsCredit ? _paper.Words.TotalCredited : _paper.Words.Total);
        sheet.WriteUpTo(total.AddCell(), style, sheet.Right, drop, _paper.Formats.Money(_paper.MoneyOf(_paper.Posted.TotalMinorUnits)));
        sheet.Y += style.Leading + After;
    }

    // From the middle of the paper, or further left where the widest row needs it.
    private double Left
    {
        get
        {
            var sheet = _paper.Sheet;
            var widest = _rows.Max(row => sheet.WidthOf(InvoiceStyles.Text, row.Label) + sheet.WidthOf(InvoiceStyles.Text, row.Amount)) + 20;
            var total = sheet.WidthOf(InvoiceStyles.Total, _paper.Formats.Money(_paper.MoneyOf(_paper.Posted.TotalMinorUnits))) + 110;
            return Math.Max(Sheet.Left, Math.Min(330, sheet.Right - Math.Max(widest, total)));
        }
    }

    private string LabelOf(TaxSubtotal tax)
    {
        var (words, formats) = (_paper.Words, _paper.Formats);
        var name = tax.Category switch
        {
            TaxCategory.Exempt => words.Exempt,
            TaxCategory.ReverseCharge => words.ReverseCharge,
            TaxCategory.OutsideScope => words.OutsideScope,
            TaxCategory.SalesTax => $"{words.SalesTax} {formats.Percent(tax.Rate)}",
            _ => $"{words.Vat} {formats.Percent(tax.Rate)}",
        };
        return InvoiceFormats.Fill(words.TaxOn, name, formats.Amount(_paper.MoneyOf(tax.BaseMinorUnits)));
    }
}
