using Msp.Billing.Invoicing;
using Msp.Billing.Periods;

namespace Msp.Billing.Runs;

/// <summary>What the run before posted for one line and period.</summary>
/// <param name="LineId">The contract line's number.</param>
/// <param name="Kind">Why it stood there.</param>
/// <param name="Natural">The natural period.</param>
/// <param name="MinorUnits">As the contract prices it, with its sign.</param>
public readonly record struct PreviousLine(int LineId, InvoiceLineKind Kind, ServicePeriod Natural, long MinorUnits);
