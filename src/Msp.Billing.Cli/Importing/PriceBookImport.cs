using System.Globalization;
using Msp.Billing.Amounts;
using Msp.Billing.Cli.Parsing;
using Msp.Billing.Plans;

namespace Msp.Billing.Cli.Importing;

/// <summary>Reads price books: one by one from JSON, or all of a table with one row a price.</summary>
internal static class PriceBookImport
{
    /// <summary>The properties of a price book in JSON.</summary>
    public static string[] Properties { get; } = ["price_book", "currency", "from", "until", "prices"];

    private static readonly string[] PriceProperties = ["code", "pricing"];
    private static readonly string[] HeadColumns = ["price_book", "currency", "from", "until"];
    private static readonly string[] Required = ["price_book", "currency", "from", "code", "model"];
    private static readonly string[] Optional = [.. HeadColumns.Concat(PricingImport.Fields).Except(Required)];

    /// <summary>The price book of a record; null when a part of it is refused.</summary>
    public static PriceBook? Read(JsonRecord record)
    {
        var before = record.ProblemCount;
        var head = Head.Of(record);
        var prices = new Dictionary<string, Pricing>(StringComparer.Ordinal);
        foreach (var price in record.Objects("prices", PriceProperties))
        {
            var code = price.RequiredText("code", "managed-user");
            if (price.Object("pricing", PricingImport.Fields) is not { } fields)
            {
                price.Missing<int>("pricing", "{\"model\": \"per-unit\", \"price\": 38.50}");
            }
            else if (PricingImport.Read(fields, head.Currency) is { } pricing && code.Length > 0 && !prices.TryAdd(code, pricing))
            {
                price.Refuse("code", $"'{SourceRecord.Shortened(code)}' has a price in this book already.");
            }
        }

        return record.ProblemCount > before ? null : head.ToBook(prices);
    }

    /// <summary>The price books of a table; the rows of a book may stand anywhere in it, and repeat its columns or leave them empty.</summary>
    public static void Read(ImportFile file, Places<PriceBook> books, ImportProblems problems)
    {
        using var table = CsvTable.Open(file, Required, Optional, problems);
        if (table is null)
        {
            return;
        }

        var heads = new Dictionary<string, (Head Head, int Line, Dictionary<string, Pricing> Prices)>(StringComparer.Ordinal);
        while (table.Read())
        {
            var row = table.Row;
            var name = row.RequiredText("price_book", "USD 2026");
            if (name.Length == 0)
            {
                continue;
            }

            if (!heads.TryGetValue(name, out var book))
            {
                heads.Add(name, book = (Head.Of(row), row.Line, new Dictionary<string, Pricing>(StringComparer.Ordinal)));
            }
            else
            {
                book.Head.CheckRepeated(row, book.Line);
            }

            var code = row.RequiredText("code", "managed-user");
            if (PricingImport.Read(row, book.Head.Currency) is { } pricing && code.Length > 0 && !book.Prices.TryAdd(code, pricing))
            {
                row.Refuse("code", $"'{SourceRecord.Shortened(code)}' has a price in this book already.");
            }
        }

        foreach (var (name, (head, line, prices)) in problems.None ? heads : [])
        {
            books.Add(name, head.ToBook(prices), string.Create(CultureInfo.InvariantCulture, $"line {line}"), table.Row);
        }
    }

    private sealed record Head(string Name, Currency Currency, DateOnly From, DateOnly? Until)
    {
        public static Head Of(SourceRecord record)
        {
            var head = new Head(
                record.RequiredText("price_book", "USD 2026"),
                record.CurrencyCode("currency") ?? record.Missing<Currency>("currency", "USD"),
                record.Day("from") ?? record.Missing<DateOnly>("from", "2026-01-01"),
                record.Day("until"));
            if (head.From != default && head.Until <= head.From)
            {
                record.Refuse("until", string.Create(
                    CultureInfo.InvariantCulture, $"{head.Until:yyyy-MM-dd} is not after the first day, {head.From:yyyy-MM-dd}; it is the first day on which the book no longer holds."));
            }

            return head;
        }

        public PriceBook ToBook(Dictionary<string, Pricing> prices) => new(Name, Currency, From, Until, prices);

        public void CheckRepeated(CsvRow row, int line)
        {
            CheckRepeated(row, "currency", Currency.Code, line);
            CheckRepeated(row, "from", From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), line);
            CheckRepeated(row, "until", Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), line);
        }

        private static void CheckRepeated(CsvRow row, string column, string? first, int line)
        {
            if (row[column] is { } written && written != first)
            {
                row.Refuse(column, FormattableString.Invariant(
                    $"'{SourceRecord.Shortened(written)}' differs from {(first is null ? "nothing" : $"'{first}'")} in line {line}, the book's first; a price book has one."));
            }
        }
    }
}
