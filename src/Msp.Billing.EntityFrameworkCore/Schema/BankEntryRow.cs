using Msp.Billing.Amounts;

namespace Msp.Billing.EntityFrameworkCore.Schema;

/// <summary>One movement of a bank statement; only that it is none of ours can be noted on it.</summary>
internal sealed class BankEntryRow
{
    public long SellerId { get; set; }

    public long BankEntryId { get; set; }

    public string Account { get; set; } = "";

    public string Reference { get; set; } = "";

    public DateOnly Day { get; set; }

    public Currency Currency { get; set; }

    public long Amount { get; set; }

    public string Counterparty { get; set; } = "";

    public string Remittance { get; set; } = "";

    public DateTimeOffset ImportedAt { get; set; }

    public string ImportedBy { get; set; } = "";

    public DateTimeOffset? DismissedAt { get; set; }

    public string? DismissedBy { get; set; }

    public string? DismissedReason { get; set; }
}
