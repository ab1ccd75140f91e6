using Msp.Billing.Contracts;
using Msp.Billing.Documents.Pdf.Layout;
using Msp.Billing.Documents.Pdf.Pages;

namespace Msp.Billing.Documents.Pdf.Invoices;

/// <summary>The upper part of the first page: who bills whom, and the facts of the document.</summary>
/// <remarks>The address stands where the window of a long envelope is (DIN 5008, form B: 45 mm from the top, 20 mm from the left).</remarks>
internal sealed class InvoiceHead(InvoicePaper paper, PdfDocument document)
{
    private const double LogoHeight = 40;
    private const double LogoWidth = 190;
    private const double AddressTop = 146;
    private const double AddressWidth = 225;
    private const double FactsLeft = 330;
    private const double LabelWidth = 84;

    /// <summary>Sets it.</summary>
    public void Write()
    {
        var sheet = paper.Sheet;
        WriteSeller();
        var addressEnd = WriteAddress();
        var factsEnd = WriteFacts();
        sheet.Y = Math.Max(270, Math.Max(addressEnd, factsEnd) + 26);
        sheet.Page.Fill(Sheet.Left, sheet.Y, 30, 2.4, paper.Styles.Brand);
        sheet.Y += 9;
        var title = paper.Structure.Add("H1");
        sheet.WriteParagraph(title, paper.Styles.Title, $"{paper.Kind} {paper.Posted.Number}");
        sheet.Y += 14;
    }

    private void WriteSeller()
    {
        var (sheet, seller) = (paper.Sheet, paper.Issued.Seller);
        if (seller.Details.Branding.Logo is { IsEmpty: false } logo)
        {
            var image = PdfImage.Read([.. logo]);
            var scale = Math.Min(LogoHeight / image.Height, LogoWidth / image.Width);
            var figure = paper.Structure.AddFigure(InvoiceFormats.Fill(paper.Words.Logo, seller.Details.TradingName ?? seller.Name));
            sheet.Page.Draw(figure, document.Add(image), Sheet.Left, 48, image.Width * scale, image.Height * scale);
        }
        else
        {
            WriteLines(paper.Structure.Add("P"), paper.Styles.Name, Sheet.Left, 46, AddressWidth, [seller.Details.TradingName ?? seller.Name], 3);
        }

        // The registered name, unless it stands to the left already.
        var y = 47.0;
        if (!seller.Details.Branding.Logo.IsEmpty || seller.Details.TradingName is not null)
        {
            y = WriteLines(paper.Structure.Add("P"), InvoiceStyles.Small.Bold with { Color = InvoiceStyles.Ink }, FactsLeft, y, sheet.Right - FactsLeft, [seller.Name], 2);
        }

        WriteLines(paper.Structure.Add("P"), InvoiceStyles.Small, FactsLeft, y, sheet.Right - FactsLeft, SellerLines(seller), 6);
    }

    private double WriteAddress()
    {
        var (sheet, seller, customer) = (paper.Sheet, paper.Issued.Seller, paper.Issued.Customer);
        var sender = string.Join(" · ", [seller.Name, .. AddressLines(seller.Details.Address, "", "", "")]);
        var small = InvoiceStyles.Foot with { Size = 6 };
        while (sheet.WidthOf(small, sender) > AddressWidth && small.Size > 4.5)
        {
            small = small with { Size = small.Size - 0.25 };
        }

        // The window has one line for it; a sender that is still too long is told by the envelope.
        if (sheet.WidthOf(small, sender) <= AddressWidth)
        {
            sheet.Write(null, small, Sheet.Left, AddressTop - 8, sender);
        }

        var block = paper.Structure.Add("P");
        var y = WriteLines(block, InvoiceStyles.Text.Bold with { Size = 9.5 }, Sheet.Left, AddressTop, AddressWidth, [customer.Name], 4);
        return WriteLines(block, InvoiceStyles.Text with { Size = 9.5 }, Sheet.Left, y, AddressWidth, AddressLines(customer.Details.Address, customer.Address, customer.Country, seller.Country), 8);
    }

    private double WriteFacts()
    {
        var (sheet, words, posted, formats) = (paper.Sheet, paper.Words, paper.Posted, paper.Formats);
        List<(string Label, string Value)> facts =
        [
            (words.IssueDay, formats.Day(posted.IssueDay)),
        ];
        if (!paper.IsCredit && posted.TotalMinorUnits > 0)
        {
            facts.Add((words.DueDay, formats.Day(posted.DueDay)));
        }

        facts.Add((words.Period, formats.Days(posted.Period)));
        facts.Add((words.Customer, posted.Customer));
        facts.Add((words.Contract, posted.Contract));
        Add(facts, words.PurchaseOrder, paper.Issued.PurchaseOrder?.Number);
        Add(facts, words.BuyerReference, paper.Issued.Customer.BuyerReference);
        Add(facts, words.VatNumber, paper.Issued.Customer.Tax.VatNumber);
        if (paper.IsCredit)
        {
            foreach (var corrected in paper.Issued.Corrected)
            {
                facts.Add((words.Corrects, InvoiceFormats.Fill(words.CorrectsOn, corrected.Number, formats.Day(corrected.IssueDay))));
            }
        }

        var table = paper.Structure.Add("Table");
        var y = AddressTop - 2;
        foreach (var (label, value) in facts)
        {
            var row = table.Add("TR");
            sheet.Write(row.AddHead("Row"), InvoiceStyles.Label, FactsLeft, y + Sheet.Drop(InvoiceStyles.Cell with { Leading = 13 }), label);
            y = WriteLines(row.AddCell(), InvoiceStyles.Cell with { Leading = 13 }, FactsLeft + LabelWidth, y, sheet.Right - FactsLeft - LabelWidth, [value], 3);
        }

        return y;
    }

    private static void Add(List<(string Label, string Value)> facts, string label, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            facts.Add((label, value));
        }
    }

    private IEnumerable<string> SellerLines(SellerParty seller)
    {
        foreach (var line in AddressLines(seller.Details.Address, "", seller.Country, paper.Issued.Customer.Country))
        {
            yield return line;
        }

        foreach (var line in new[] { seller.Details.Contact?.Phone, seller.Details.Contact?.Email })
        {
            if (line is not null)
            {
                yield return line;
            }
        }
    }

    // The country stands last, where the letter crosses a border.
    private static IEnumerable<string> AddressLines(PostalAddress? address, string text, string country, string other)
    {
        var lines = new List<string?>();
        lines.AddRange(address is null ? [.. text.ReplaceLineEndings("\n").Split('\n')] : new string?[] { address.Street, address.AdditionalStreet, CityLine(address, country) });
        lines.Add(country == other ? null : country);
        return [.. lines.OfType<string>().Select(line => line.Trim()).Where(line => line.Length > 0)];
    }

    // "12345 Berlin" where the postcode comes first, "Boston, MA 02110" where it comes last.
    private static string CityLine(PostalAddress address, string country) => country is "US" or "CA" or "GB" or "IE" or "AU"
        ? string.Join(' ', new[] { address.Region is null ? address.City : address.City + ",", address.Region, address.PostCode }.Where(part => part is not null))
        : string.Join(' ', new[] { address.PostCode, address.City, address.Region is null ? null : $"({address.Region})" }.Where(part => part is not null));

    private double WriteLines(StructureElement element, TextStyle style, double left, double top, double width, IEnumerable<string> texts, int most)
    {
        var count = 0;
        foreach (var line in texts.SelectMany(text => paper.Sheet.Wrap(style, text, width)))
        {
            if (count++ < most)
            {
                paper.Sheet.Write(element, style, left, top + Sheet.Drop(style), line);
                top += style.Leading;
            }
        }

        return top;
    }
}
