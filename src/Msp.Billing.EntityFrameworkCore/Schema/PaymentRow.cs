using Msp.Billing.Amounts;
using Msp.Billing.Ledger;

namespace Msp.Billing.EntityFrameworkCore.Schema;

/// <summary>Money that moved between a customer and the seller. Append-only.</summary>
internal sealed class PaymentRow
{
    public long SellerId { get; set; }

    public long PaymentId { get; set; }

    public string Number { get; set; } = "";

    public PaymentKind Kind { get; set; }

    public long CustomerId { get; set; }

    public DateOnly Day { get; set; }

    public Currency Currency { get; set; }

    public long Amount { get; set; }

    public string Reference { get; set; } = "";

    public string? RequestKey { get; set; }

    public long? BankEntryId { get; set; }

    public long? ReversesId { get; set; }

    public DateTimeOffset RecordedAt { get; set; }

    public string Author { get; set; } = "";
}
