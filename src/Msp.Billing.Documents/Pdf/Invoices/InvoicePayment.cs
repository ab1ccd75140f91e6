using Msp.Billing.Catalog;
using Msp.Billing.Documents.Pdf.Layout;

namespace Msp.Billing.Documents.Pdf.Invoices;

/// <summary>How to pay, or what happens with a credit, and what the law wants said of the tax.</summary>
internal sealed class InvoicePayment(InvoicePaper paper)
{
    private const double LabelWidth = 100;

    /// <summary>Sets both.</summary>
    public void Write()
    {
        WritePayment();
        WriteNotes();
    }

    private void WritePayment()
    {
        var (sheet, words, formats, posted) = (paper.Sheet, paper.Words, paper.Formats, paper.Posted);
        var facts = paper.IsCredit || posted.TotalMinorUnits <= 0 ? [] : Facts();
        sheet.Need(paper.Styles.Heading.Leading + ((facts.Count + 1) * InvoiceStyles.Text.Leading));
        sheet.WriteParagraph(paper.Structure.Add("H2"), paper.Styles.Heading, words.Payment);
        sheet.Y += 2;
        var amount = formats.Money(paper.MoneyOf(posted.TotalMinorUnits));
        var text = paper.IsCredit ? InvoiceFormats.Fill(words.Credited, amount)
            : posted.TotalMinorUnits <= 0 ? words.NothingToPay
            : InvoiceFormats.Fill(words.PayBy, amount, formats.Day(posted.DueDay));
        sheet.WriteParagraph(paper.Structure.Add("P"), InvoiceStyles.Text, text);
        if (facts.Count > 0)
        {
            WriteFacts(facts);
        }

        sheet.Y += 16;
    }

    private void WriteFacts(List<(string Label, string Value)> facts)
    {
        var sheet = paper.Sheet;
        sheet.Y += 4;
        var table = paper.Structure.Add("Table");
        foreach (var (label, value) in facts)
        {
            var row = table.Add("TR");
            sheet.Need(InvoiceStyles.Text.Leading);
            sheet.Write(row.AddHead("Row"), InvoiceStyles.Label, Sheet.Left, sheet.Y + Sheet.Drop(InvoiceStyles.Text), label);
            var cell = row.AddCell();
            foreach (var line in sheet.Wrap(InvoiceStyles.Text, value, sheet.Width - LabelWidth))
            {
                sheet.Need(InvoiceStyles.Text.Leading);
                sheet.Write(cell, InvoiceStyles.Text, Sheet.Left + LabelWidth, sheet.Y + Sheet.Drop(InvoiceStyles.Text), line);
                sheet.Y += InvoiceStyles.Text.Leading;
            }
        }
    }

    private List<(string Label, string Value)> Facts()
    {
        var (words, seller) = (paper.Words, paper.Issued.Seller);
        List<(string Label, string Value)> facts = [];
        foreach (var account in seller.Details.Accounts)
        {
            facts.Add((words.AccountHolder, account.Holder ?? seller.Name));
            facts.Add((account.IsIban ? "IBAN" : words.AccountNumber, account.Printed));
            if (account.Bank is { } bank)
            {
                facts.Add((account.IsIban ? "BIC" : words.Bank, bank));
            }
        }

        facts.Add((words.Reference, paper.Posted.Number));
        return facts;
    }

    private void WriteNotes()
    {
        var (sheet, notes) = (paper.Sheet, Notes().Distinct(StringComparer.Ordinal).ToList());
        if (notes.Count == 0)
        {
            return;
        }

        sheet.Need(paper.Styles.Heading.Leading + InvoiceStyles.Text.Leading);
        sheet.WriteParagraph(paper.Structure.Add("H2"), paper.Styles.Heading, paper.Words.Notes);
        sheet.Y += 2;
        foreach (var note in notes)
        {
            sheet.WriteParagraph(paper.Structure.Add("P"), InvoiceStyles.Text, note);
        }
    }

    private IEnumerable<string> Notes()
    {
        var (words, reason) = (paper.Words, paper.Issued.ExemptionReason);
        foreach (var tax in paper.Posted.Taxes)
        {
            var note = tax.Category switch
            {
                TaxCategory.ReverseCharge => words.ReverseChargeNote,
                TaxCategory.Exempt => reason is null ? words.ExemptNote : InvoiceFormats.Fill(words.ExemptReason, reason),
                TaxCategory.OutsideScope => words.OutsideScopeNote,
                TaxCategory.Zero => words.ZeroNote,
                _ => null,
            };
            if (note is not null)
            {
                yield return note;
            }
        }
    }
}
