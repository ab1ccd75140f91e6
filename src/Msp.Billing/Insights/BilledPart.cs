using Msp.Billing.Invoicing;
using Msp.Billing.Periods;

namespace Msp.Billing.Insights;

/// <summary>What a bridge needs of a posted line.</summary>
/// <param name="LineId">The contract line's number.</param>
/// <param name="Kind">Why it stands on the document.</param>
/// <param name="Natural">The natural period.</param>
/// <param name="Days">The days it is for.</param>
/// <param name="NetMinorUnits">Before tax, with its sign.</param>
public readonly record struct BilledPart(int LineId, InvoiceLineKind Kind, ServicePeriod Natural, ServicePeriod Days, long NetMinorUnits)
{
    /// <summary>Of a posted line.</summary>
    public static BilledPart Of(in PostedLine line) => new(line.LineId, line.Kind, line.Natural, line.Days, line.NetMinorUnits);
}
