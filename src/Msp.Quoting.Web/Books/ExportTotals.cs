using System.Globalization;
using Msp.Billing.Amounts;
using Msp.Billing.Documents.Accounting;
using Msp.Billing.EntityFrameworkCore.Ledger;

namespace Msp.Quoting.Web.Books;

/// <summary>Writes the journal that other programs read, reads it again as they do, and sums what customers owe and have to good by it.</summary>
internal static class ExportTotals
{
    private static readonly string[] Controlled = ["Assets:Receivable:", "Liabilities:Customer-Credit:"];

    /// <summary>The sums by currency, in the currency's own unit.</summary>
    public static SortedDictionary<string, decimal> Of(IEnumerable<LedgerEntry> entries, string seller)
    {
        var named = entries.Select(entry => new NamedJournalEntry(entry.Entry, entry.CustomerName)).ToList();
        var sums = new SortedDictionary<string, decimal>(StringComparer.Ordinal);
        if (named.Count == 0)
        {
            return sums;
        }

        using var text = new StringWriter(CultureInfo.InvariantCulture);
        new JournalText(text, JournalFormat.Hledger, seller).Write(named[0].Entry.Day, named[^1].Entry.Day, [], [], named);
        using var reader = new StringReader(text.ToString());
        while (reader.ReadLine() is { } line)
        {
            var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (line.StartsWith("    ", StringComparison.Ordinal) && parts.Length == 3 && Array.Exists(Controlled, account => parts[0].StartsWith(account, StringComparison.Ordinal)))
            {
                sums[parts[1]] = sums.GetValueOrDefault(parts[1]) + decimal.Parse(parts[2], CultureInfo.InvariantCulture);
            }
        }

        return sums;
    }

    /// <summary>The sum in a currency; zero where there is none.</summary>
    public static Money In(this SortedDictionary<string, decimal> sums, Currency currency)
    {
        ArgumentNullException.ThrowIfNull(sums);
        return new Money(sums.GetValueOrDefault(currency.Code), currency);
    }
}
