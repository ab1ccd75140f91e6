using System.Globalization;

namespace Msp.Billing.Quotes;

/// <summary>The numbers of a seller's quotes: <c>Q-2026-0148</c>, counted up in each year. They may have gaps, unlike those of invoices.</summary>
public static class QuoteNumber
{
    /// <summary>The number with a place in a year.</summary>
    /// <param name="year">The year in which the quote was created.</param>
    /// <param name="sequence">1 or more; from 10,000 on it has more digits.</param>
    public static string Of(int year, int sequence)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sequence, 1);
        return string.Create(CultureInfo.InvariantCulture, $"Q-{year:0000}-{sequence:0000}");
    }
}
