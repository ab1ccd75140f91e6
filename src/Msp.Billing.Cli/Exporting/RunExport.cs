using System.Globalization;
using Msp.Billing.Amounts;
using Msp.Billing.Documents.Accounting;
using Msp.Billing.EntityFrameworkCore.Runs;
using Msp.Billing.Runs;

namespace Msp.Billing.Cli.Exporting;

/// <summary>A run as a table for a spreadsheet: one row a contract, amounts with a point, days as in ISO 8601, commas between, CRLF at the end of each row (RFC 4180).</summary>
/// <remarks>Text that a spreadsheet would take for a formula begins with an apostrophe.</remarks>
internal static class RunExport
{
    private const int Page = 500;

    private static readonly string[] Heads =
        ["run", "through", "contract", "customer", "need", "outcome", "document", "currency", "previous", "subtotal", "tax", "total", "change"];

    /// <summary>Writes it.</summary>
    /// <param name="book">Where the run is.</param>
    /// <param name="number">The run's number.</param>
    /// <param name="output">Where to; not closed.</param>
    /// <returns>How many contracts; null where there is no such run.</returns>
    public static int? Write(RunBook book, string number, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(output);
        if (book.Find(number) is not { } run)
        {
            return null;
        }

        var causes = Variance.Causes.ToArray();
        Row(output, [.. Heads, .. causes.Select(cause => "cause " + cause), "flags", "decision", "reason", "decided by"]);
        var written = 0;
        for (var skip = 0; book.Items(number, new RunItemFilter { Skip = skip, Take = Page }) is { Length: > 0 } items; skip += Page)
        {
            foreach (var row in items)
            {
                var item = row.Item;
                var currency = item.Total.Currency;
                Row(
                    output,
                    [
                        run.Number, run.Through.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), item.Contract, item.Customer, row.Need.ToString(), item.Outcome.ToString(),
                        item.Document ?? "", currency.Code, Amount(item.Previous), Amount(item.Subtotal), Amount(item.Tax), Amount(item.Total), Amount(item.Total - item.Previous),
                        .. causes.Select(cause => Amount(Money.FromMinorUnits(item.Variance[cause], currency))),
                        string.Join(' ', row.Problems.Select(problem => problem.Code + (row.CheckOf(problem) is null ? "" : ":checked"))),
                        row.Exclusion?.Kind.ToString() ?? "", row.Exclusion?.Reason ?? "", row.Exclusion?.Author ?? "",
                    ]);
                written++;
            }
        }

        return written;
    }

    private static string Amount(Money money) => money.Amount.ToString("F" + money.Currency.Decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static void Row(TextWriter output, IEnumerable<string> cells)
    {
        output.Write(string.Join(',', cells.Select(Cell)));
        output.Write("\r\n");
    }

    private static string Cell(string text)
    {
        var number = decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
        return SpreadsheetText.Quoted(number ? text : SpreadsheetText.Safe(text));
    }
}
