using System.Globalization;

namespace Msp.Billing.Invoicing;

/// <summary>A run of numbers without a gap: one for each seller, kind of document and year of issue.</summary>
/// <param name="Code">What every number of it begins with, such as <c>INV-2026</c>.</param>
public readonly record struct DocumentSeries(string Code)
{
    /// <summary>The series of a document: <c>INV-2026</c> for an invoice, <c>CN-2026</c> for a credit note issued in 2026.</summary>
    public static DocumentSeries For(DocumentKind kind, DateOnly issueDay) => kind switch
    {
        DocumentKind.Invoice => new DocumentSeries(string.Create(CultureInfo.InvariantCulture, $"INV-{issueDay.Year:D4}")),
        DocumentKind.CreditNote => new DocumentSeries(string.Create(CultureInfo.InvariantCulture, $"CN-{issueDay.Year:D4}")),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind of document."),
    };

    /// <summary>The number with this place in the series: <c>INV-2026-0000001</c>. Longer than seven digits when it must be.</summary>
    /// <param name="sequence">1 or more.</param>
    public string Number(long sequence)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sequence, 1);
        return string.Create(CultureInfo.InvariantCulture, $"{Code}-{sequence:D7}");
    }
}
