using System.Globalization;
using System.Text.Json;

namespace Msp.Billing.Benchmarks.Workload;

/// <summary>What a run of MSP-MONTH-1 must give, as other programs computed it.</summary>
internal sealed class ExpectedSums : IDisposable
{
    private readonly JsonDocument _document;

    private ExpectedSums(JsonDocument document) => _document = document;

    /// <summary>The published results, beside this program.</summary>
    public static ExpectedSums Load() =>
        new(JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Workload", "msp-month-1.expected.json"))));

    /// <summary>Every difference between a run's sums and what they must be; none when they agree.</summary>
    /// <param name="contracts">The size of the run: 1,000, 10,000 or 100,000.</param>
    /// <param name="sum">What the run gave.</param>
    /// <exception cref="ArgumentOutOfRangeException">No results are published for this size.</exception>
    public IReadOnlyList<string> DifferencesFrom(int contracts, WorkloadSum sum)
    {
        if (!_document.RootElement.TryGetProperty(contracts.ToString(CultureInfo.InvariantCulture), out var expected))
        {
            var sizes = string.Join(", ", _document.RootElement.EnumerateObject().Select(size => size.Name));
            throw new ArgumentOutOfRangeException(nameof(contracts), contracts, $"Results are published for {sizes} contracts.");
        }

        var differences = new List<string>();
        Compare("invoices", expected.GetProperty("invoices").GetInt64(), sum.Invoices);
        Compare("lines", expected.GetProperty("lines").GetInt64(), sum.Lines);
        Compare("lines of 0.00", expected.GetProperty("zero_amount_lines").GetInt64(), sum.ZeroLines);
        Compare("subtotal in cents", Cents(expected.GetProperty("subtotal")), sum.Subtotal);
        Compare("tax in cents", Cents(expected.GetProperty("tax")), sum.Tax);
        Compare("total in cents", Cents(expected.GetProperty("total")), sum.Total);
        Compare("checksum", expected.GetProperty("checksum").GetInt64(), sum.Checksum);
        for (var line = 1; line <= sum.ByLine.Length; line++)
        {
            var number = line.ToString(CultureInfo.InvariantCulture);
            Compare($"cents of line {number}", Cents(expected.GetProperty("by_line_no").GetProperty(number)), sum.ByLine[line - 1]);
        }

        return differences;

        void Compare(string what, long wanted, long given)
        {
            if (wanted != given)
            {
                differences.Add(string.Create(CultureInfo.InvariantCulture, $"{what}: {given}, but it must be {wanted}"));
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _document.Dispose();

    private static long Cents(JsonElement amount) =>
        decimal.ToInt64(decimal.Parse(amount.GetString() ?? "", CultureInfo.InvariantCulture) * 100m);
}
