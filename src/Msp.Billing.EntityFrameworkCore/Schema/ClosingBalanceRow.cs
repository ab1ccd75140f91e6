using Msp.Billing.Amounts;
using Msp.Billing.Ledger;

namespace Msp.Billing.EntityFrameworkCore.Schema;

/// <summary>The balance of an account when a period was closed. Append-only.</summary>
internal sealed class ClosingBalanceRow
{
    public long SellerId { get; set; }

    public DateOnly Through { get; set; }

    public Currency Currency { get; set; }

    public AccountRole Role { get; set; }

    public string Code { get; set; } = "";

    public long Amount { get; set; }
}
