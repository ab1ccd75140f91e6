using Msp.Billing.Amounts;
using Msp.Billing.Contracts;

namespace Msp.Billing.EntityFrameworkCore.Schema;

/// <summary>The head of a contract: who, when, for how long. Terms that few contracts have are in the JSON, null without any.</summary>
internal sealed class ContractRow
{
    public long SellerId { get; set; }

    public long ContractId { get; set; }

    public string Number { get; set; } = "";

    public long CustomerId { get; set; }

    public string? Plan { get; set; }

    public string? Predecessor { get; set; }

    public DateTimeOffset RecordedAt { get; set; }

    public ContractStatus InitialStatus { get; set; }

    public string Currency { get; set; } = "";

    public DateOnly StartDay { get; set; }

    public DateOnly? EndDay { get; set; }

    public DateOnly AnchorDay { get; set; }

    public int AnchorDayOfMonth { get; set; }

    public DateOnly? BilledElsewhereUntil { get; set; }

    public int? TermMonths { get; set; }

    public int? RenewalMonths { get; set; }

    public int NoticeDays { get; set; }

    public int PaymentDays { get; set; }

    public RoundingMode Rounding { get; set; }

    public bool PricesIncludeTax { get; set; }

    public string? TermsJson { get; set; }
}
