using Msp.Billing.Amounts;
using Msp.Billing.Ledger;

namespace Msp.Billing.EntityFrameworkCore.Schema;

/// <summary>One entry of the journal, named by what it comes from: nothing is posted twice. Append-only.</summary>
internal sealed class JournalEntryRow
{
    public long SellerId { get; set; }

    public JournalSource Source { get; set; }

    public long SourceId { get; set; }

    public string Reference { get; set; } = "";

    public DateOnly Day { get; set; }

    public Currency Currency { get; set; }

    public long? CustomerId { get; set; }

    public DateTimeOffset PostedAt { get; set; }

    public int LineCount { get; set; }
}
