using System.Globalization;
using System.Text.Json;

namespace Msp.Billing.Benchmarks.Workload;

/// <summary>What a run of MSP-MONTH-1 must give, as other programs computed it.</summary>
internal static class ExpectedSums
{
    /// <summary>The published results for a size, out of the file beside this program; null for a size without.</summary>
    /// <param name="contracts">1,000, 10,000 or 100,000.</param>
    internal static WorkloadSum? Of(int contracts)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Workload", "msp-month-1.expected.json")));
        return document.RootElement.TryGetProperty(contracts.ToString(CultureInfo.InvariantCulture), out var size) ? SumOf(size) : null;
    }

    private static WorkloadSum SumOf(JsonElement size) => new(
        size.GetProperty("invoices").GetInt32(), size.GetProperty("lines").GetInt32(), size.GetProperty("zero_amount_lines").GetInt32(),
        Cents(size.GetProperty("subtotal")), Cents(size.GetProperty("tax")), size.GetProperty("checksum").GetInt64(),
        size.GetProperty("by_line_no").EnumerateObject().OrderBy(line => line.Name, StringComparer.Ordinal).Select(line => Cents(line.Value)));

    private static long Cents(JsonElement amount) =>
        decimal.ToInt64(decimal.Parse(amount.GetString() ?? "", CultureInfo.InvariantCulture) * 100m);
}
