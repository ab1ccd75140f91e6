using System.Collections.Immutable;
using Msp.Billing.Documents.Pdf.Layout;
using Msp.Billing.Documents.Pdf.Pages;
using Msp.Billing.Invoicing;
using Msp.Billing.Rating;

namespace Msp.Billing.Documents.Pdf.Invoices;

/// <summary>The table of lines: its head on every page, and what the lines came to carried from page to page.</summary>
internal sealed class InvoiceLines
{
    private const double Gap = 11;
    private const double LeastDescription = 150;
    private const double Padding = 4.5;
    private readonly InvoicePaper _paper;
    private readonly Sheet _sheet;
    private readonly ImmutableArray<InvoiceRow> _rows;
    private readonly ImmutableArray<string> _heads;
    private readonly TextStyle _cell;
    private readonly TextStyle _small;
    private readonly TextStyle _head;
    private readonly double[] _rights = new double[6];
    private readonly double _unitLeft;
    private readonly double _descriptionWidth;
    private long _sum;

    /// <summary>Measures the columns: figures take what they need, the description takes the rest. Where that is too little, all becomes smaller.</summary>
    public InvoiceLines(InvoicePaper paper)
    {
        (_paper, _sheet) = (paper, paper.Sheet);
        var words = paper.Words;
        _heads = [words.Description, words.Quantity, words.Unit, words.Price, words.Tax, InvoiceFormats.Fill(words.Amount, paper.Posted.Currency.Code)];
        _rows = [.. paper.Posted.Lines.Select(RowOf)];
        for (var factor = 1.0; ; factor -= 0.05)
        {
            _cell = InvoiceStyles.Cell.Scaled(factor);
            _small = InvoiceStyles.Small.Scaled(factor);
            _head = InvoiceStyles.Small.Scaled(factor).Bold;
            var widths = Widths();
            _descriptionWidth = _sheet.Width - widths.Sum() - (Gap * widths.Length);
            if (_descriptionWidth >= LeastDescription || factor < 0.6)
            {
                Place(widths);
                _unitLeft = _rights[2] - widths[1];
                return;
            }
        }
    }

    /// <summary>Sets the table.</summary>
    /// <param name="totals">The height of what must stand below the last line on the same page.</param>
    public void Write(double totals)
    {
        var table = _paper.Structure.Add("Table");
        WriteHead(table.Add("TR"));
        _sheet.Continued = Continue;
        for (var i = 0; i < _rows.Length; i++)
        {
            // Below every line but the last there must be room for what is carried over.
            WriteRow(table.Add("TR"), _rows[i], i == _rows.Length - 1 ? totals : CarryHeight);
        }

        _sheet.Continued = null;
    }

    private double CarryHeight => _cell.Leading + (2 * Padding);

    private void WriteRow(StructureElement row, in InvoiceRow line, double below)
    {
        var description = _sheet.Wrap(_cell, line.Description, _descriptionWidth);
        var days = line.Days.Length == 0 ? [] : _sheet.Wrap(_small, line.Days, _descriptionWidth);
        var left = (description.Count * _cell.Leading) + (days.Count * _small.Leading);
        var height = Math.Max(left, _cell.Leading + (line.Share.Length > 0 ? _small.Leading : 0)) + (2 * Padding);
        if (_sheet.Room < height + below)
        {
            BreakPage();
        }

        var (top, cell) = (_sheet.Y + Padding, row.AddHead("Row"));
        string[] figures = [line.Quantity, "", line.Price, line.Tax, line.Amount];
        var baseline = top + Sheet.Drop(_cell);
        for (var i = 0; i < figures.Length; i++)
        {
            var element = row.AddCell();
            if (i == 1)
            {
                _sheet.Write(element, _cell with { Color = InvoiceStyles.Quiet }, _unitLeft, baseline, line.Unit);
                continue;
            }

            _sheet.WriteUpTo(element, _cell, _rights[i + 1], baseline, figures[i]);
            if (i == 2 && line.Share.Length > 0)
            {
                _sheet.WriteUpTo(element, _small, _rights[i + 1], top + _cell.Leading + Sheet.Drop(_small), line.Share);
            }
        }

        var page = _sheet.Page;
        _sheet.Y = top;
        WriteText(cell, _cell, description);
        WriteText(cell, _small, days);
        _sheet.Y = _sheet.Page == page ? top + height - Padding : _sheet.Y + Padding;
        _sheet.Rule(_sheet.Y, 0.4, InvoiceStyles.Hairline);
        _sum += line.MinorUnits;
    }

    // A description longer than a whole page goes on upon the next.
    private void WriteText(StructureElement element, TextStyle style, List<string> lines)
    {
        foreach (var line in lines)
        {
            if (_sheet.Room < style.Leading + CarryHeight)
            {
                BreakPage();
                _sheet.Y += Padding;
            }

            _sheet.Write(element, style, Sheet.Left, _sheet.Y + Sheet.Drop(style), line);
            _sheet.Y += style.Leading;
        }
    }

    private void BreakPage()
    {
        WriteCarried();
        _sheet.BreakPage();
    }

    private void Continue()
    {
        WriteHead(null);
        WriteCarried();
        _sheet.Rule(_sheet.Y, 0.4, InvoiceStyles.Hairline);
    }

    // Repeats what is said elsewhere: no part of the table for whoever listens.
    private void WriteCarried()
    {
        var (style, baseline) = (_cell with { Color = InvoiceStyles.Quiet }, _sheet.Y + Padding + Sheet.Drop(_cell));
        _sheet.Write(null, style, Sheet.Left, baseline, _paper.Words.CarriedOver);
        _sheet.WriteUpTo(null, style, _sheet.Right, baseline, _paper.Formats.Amount(_paper.MoneyOf(_sum)));
        _sheet.Y += CarryHeight;
    }

    private void WriteHead(StructureElement? row)
    {
        var baseline = _sheet.Y + Sheet.Drop(_head);
        for (var i = 0; i < _heads.Length; i++)
        {
            var element = row?.AddHead("Column");
            if (i is 0 or 2)
            {
                _sheet.Write(element, _head, i == 0 ? Sheet.Left : _unitLeft, baseline, _heads[i]);
            }
            else
            {
                _sheet.WriteUpTo(element, _head, _rights[i], baseline, _heads[i]);
            }
        }

        _sheet.Y += _head.Leading + 3;
        _sheet.Rule(_sheet.Y, 0.9, InvoiceStyles.Ink);
        _sheet.Y += 1;
    }

    private double[] Widths()
    {
        var widths = new double[5];
        for (var i = 0; i < widths.Length; i++)
        {
            widths[i] = _sheet.WidthOf(_head, _heads[i + 1]);
        }

        foreach (var row in _rows)
        {
            Widen(ref widths[0], _cell, row.Quantity);
            Widen(ref widths[1], _cell, row.Unit);
            Widen(ref widths[2], _cell, row.Price);
            Widen(ref widths[2], _small, row.Share);
            Widen(ref widths[3], _cell, row.Tax);
            Widen(ref widths[4], _cell, row.Amount);
        }

        // What is carried over is the widest amount in the end.
        Widen(ref widths[4], _cell, _paper.Formats.Amount(_paper.MoneyOf(_paper.Posted.SubtotalMinorUnits)));
        return widths;
    }

    private void Widen(ref double width, TextStyle style, string text) => width = Math.Max(width, _sheet.WidthOf(style, text));

    private void Place(double[] widths)
    {
        var right = _sheet.Right;
        for (var i = _rights.Length - 1; i > 0; i--)
        {
            _rights[i] = right;
            right -= widths[i - 1] + (i == 2 ? Gap / 2 : Gap);
        }

        _rights[0] = right;
    }

    private InvoiceRow RowOf(PostedLine line)
    {
        var (formats, quantity) = (_paper.Formats, _paper.IsCredit ? -line.Quantity : line.Quantity);
        var isFlat = line.Unit == "flat";
        return new InvoiceRow(
            line.Name,
            line.Days.IsEmpty ? "" : ChangeOf(line) + formats.Days(line.Days),
            quantity == 0 ? "" : formats.Number(quantity),
            quantity == 0 || isFlat ? "" : ExplanationText.Unit(line.Unit, Math.Abs(quantity) == 1, formats.Culture),
            quantity == 0 ? "" : line.UnitPrice is { } price ? formats.Price(price, _paper.Posted.Currency) : _paper.Words.InSteps,
            line.Share.IsWhole || quantity == 0 ? "" : "× " + line.Share,
            formats.Percent(line.TaxRate),
            formats.Amount(_paper.MoneyOf(line.NetMinorUnits)),
            line.NetMinorUnits);
    }

    // In the words of the reader what the posted description says in English.
    private string ChangeOf(PostedLine line)
    {
        if (line.Cause is not { } cause || line.Name == line.Description)
        {
            return "";
        }

        var words = _paper.Words;
        var what = cause switch
        {
            AdjustmentCause.Price => words.NewPrice,
            AdjustmentCause.Uplift => words.UpliftedPrice,
            AdjustmentCause.Discount => words.ChangedDiscount,
            AdjustmentCause.Ended => words.NoLongerHeld,
            AdjustmentCause.Extended => words.HeldLonger,
            AdjustmentCause.Other => words.CorrectedTotal,
            AdjustmentCause.Credited => words.GivenBack,
            _ => "",
        };
        var units = cause is AdjustmentCause.Quantity or AdjustmentCause.Usage || (line.Quantity != 0 && line.Unit != "flat")
            ? $"{(line.Quantity > 0 ? "+" : "")}{_paper.Formats.Number(line.Quantity)} {ExplanationText.Unit(line.Unit, Math.Abs(line.Quantity) == 1, _paper.Formats.Culture)}"
            : "";
        return string.Join(", ", new[] { what, units }.Where(part => part.Length > 0)) + ", ";
    }
}
