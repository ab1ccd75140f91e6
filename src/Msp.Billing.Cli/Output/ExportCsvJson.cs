using Msp.Billing.Amounts;
using Msp.Billing.Documents.Accounting;

namespace Msp.Billing.Cli.Output;

/// <summary>What <c>msp export csv</c> wrote.</summary>
/// <param name="File">Where; null when it went to the output.</param>
/// <param name="Profile">For which program.</param>
/// <param name="Documents">How many documents.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="Totals">To compare with what the program says.</param>
/// <param name="LeftOut">Credit notes that the program does not take in this file.</param>
internal sealed record ExportCsvJson(string? File, string Profile, int Documents, int Rows, IReadOnlyList<ExportTotalJson> Totals, IReadOnlyList<string> LeftOut)
{
    /// <summary>The same for programs.</summary>
    public static ExportCsvJson Of(string? file, string profile, SalesCsvTotals totals) => new(
        file, profile, totals.Documents, totals.Rows,
        [.. totals.Totals.Select(pair => new ExportTotalJson(pair.Key, In(pair.Key, pair.Value.Net), In(pair.Key, pair.Value.Tax)))], totals.LeftOut);

    private static decimal In(string currency, long minorUnits) => Money.FromMinorUnits(minorUnits, Currency.FromCode(currency)).Amount;
}
