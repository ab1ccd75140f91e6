using System.Collections.Immutable;
using Msp.Billing.Invoicing;

namespace Msp.Billing.Documents.Accounting;

/// <summary>What a file for a bookkeeping program holds, to compare with what the program says after the import.</summary>
public sealed record SalesCsvTotals
{
    /// <summary>How many documents are in it.</summary>
    public int Documents { get; init; }

    /// <summary>How many rows, the header not counted.</summary>
    public int Rows { get; init; }

    /// <summary>By currency: before tax, and the tax as it was posted, in minor units.</summary>
    public ImmutableSortedDictionary<string, (long Net, long Tax)> Totals { get; init; } = ImmutableSortedDictionary.Create<string, (long, long)>(StringComparer.Ordinal);

    /// <summary>Credit notes that the program does not take in this file: enter them there by hand.</summary>
    public ImmutableArray<string> LeftOut { get; init; } = [];

    internal SalesCsvTotals With(PostedDocument document)
    {
        var (net, tax) = Totals.GetValueOrDefault(document.Currency.Code);
        return this with
        {
            Documents = Documents + 1,
            Rows = Rows + document.Lines.Length,
            Totals = Totals.SetItem(document.Currency.Code, (net + document.SubtotalMinorUnits, tax + document.TaxMinorUnits)),
        };
    }

    internal SalesCsvTotals Without(PostedDocument document) => this with { LeftOut = LeftOut.Add(document.Number) };
}
