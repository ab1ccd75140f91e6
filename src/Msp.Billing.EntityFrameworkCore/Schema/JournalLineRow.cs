using Msp.Billing.Ledger;

namespace Msp.Billing.EntityFrameworkCore.Schema;

/// <summary>One side of an entry: above zero a debit, below zero a credit. Append-only.</summary>
internal sealed class JournalLineRow
{
    public long SellerId { get; set; }

    public JournalSource Source { get; set; }

    public long SourceId { get; set; }

    public int LineNo { get; set; }

    public AccountRole Role { get; set; }

    public string Code { get; set; } = "";

    public long Amount { get; set; }
}
