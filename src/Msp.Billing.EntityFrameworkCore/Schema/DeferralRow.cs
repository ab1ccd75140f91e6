using Msp.Billing.Amounts;

namespace Msp.Billing.EntityFrameworkCore.Schema;

/// <summary>Revenue that is earned over the days of a posted line. Append-only.</summary>
internal sealed class DeferralRow
{
    public long SellerId { get; set; }

    public long InvoiceId { get; set; }

    public int LineNo { get; set; }

    public string Code { get; set; } = "";

    public string DeferredCode { get; set; } = "";

    public Currency Currency { get; set; }

    public long Amount { get; set; }

    public DateOnly FromDay { get; set; }

    public DateOnly UntilDay { get; set; }
}
