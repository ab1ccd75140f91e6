using System.Collections.Immutable;
using Msp.Billing.Documents.Pdf.Layout;
using Msp.Billing.Documents.Pdf.Pages;
using Msp.Billing.Rating;

namespace Msp.Billing.Documents.Pdf.Invoices;

/// <summary>How every amount came to be: the document's explanation as nested lists, on pages of its own.</summary>
internal sealed class InvoiceAppendix(InvoicePaper paper)
{
    private const double Indent = 13;

    /// <summary>Sets it.</summary>
    public void Write(Explanation explanation)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        var sheet = paper.Sheet;
        sheet.BreakPage();
        sheet.Page.Fill(Sheet.Left, sheet.Y, 30, 2.4, paper.Styles.Brand);
        sheet.Y += 9;
        sheet.WriteParagraph(paper.Structure.Add("H2"), paper.Styles.Title with { Size = 16, Leading = 22 }, paper.Words.Appendix);
        sheet.Y += 4;
        sheet.WriteParagraph(paper.Structure.Add("P"), InvoiceStyles.Text with { Color = InvoiceStyles.Quiet }, paper.Words.AppendixLead);
        var texts = ExplanationText.Render(explanation, paper.Posted.Currency, paper.Formats.Culture);
        var place = 0;
        foreach (var part in explanation.Parts)
        {
            place++;
            sheet.Y += 9;
            sheet.Need(4 * InvoiceStyles.Cell.Leading);
            sheet.Rule(sheet.Y, 0.4, InvoiceStyles.Hairline);
            sheet.Y += 6;
            sheet.WriteParagraph(paper.Structure.Add("H3"), InvoiceStyles.Cell.Bold, texts[place].Trim());
            WriteParts(paper.Structure, part, texts, ref place, 1);
        }
    }

    // The texts come in the order in which the tree is walked: each step before its parts.
    private void WriteParts(StructureElement above, Explanation explanation, ImmutableArray<string> texts, ref int place, int level)
    {
        if (explanation.Parts.IsEmpty)
        {
            return;
        }

        var list = above.Add("L");
        foreach (var part in explanation.Parts)
        {
            place++;
            var body = list.Add("LI").Add("LBody");
            paper.Sheet.WriteParagraph(body, StyleOf(level), texts[place].Trim(), level * Indent);
            WriteParts(body, part, texts, ref place, level + 1);
        }
    }

    private static TextStyle StyleOf(int level) => level == 1 ? InvoiceStyles.Cell : InvoiceStyles.Cell with { Size = 8, Leading = 11.2, Color = InvoiceStyles.Quiet };
}
