using System.Collections.Immutable;

namespace Msp.Billing.EntityFrameworkCore.Ledger;

/// <summary>A correction of a posted invoice, as it is asked for.</summary>
/// <param name="Document">The invoice's number.</param>
/// <param name="Kind">How.</param>
/// <param name="Day">The day on the credit note, or of the write-off in the books.</param>
/// <param name="Reason">Why; it is kept and shown with the documents.</param>
public sealed record CorrectionRequest(string Document, CorrectionKind Kind, DateOnly Day, string Reason)
{
    /// <summary>The numbers of the lines that are given back; empty for all. A write-off has none.</summary>
    public ImmutableArray<int> Lines { get; init; } = [];

    /// <summary>Whether a write-off is a discount that is granted, and not a debt that is lost.</summary>
    public bool AsDiscount { get; init; }
}
