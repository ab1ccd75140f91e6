using Msp.Billing.Amounts;
using Msp.Billing.EntityFrameworkCore.Ledger;

namespace Msp.Billing.EntityFrameworkCore.Schema;

/// <summary>What a document, a payment or a late charge is still owed, or still has to give: the sum of what happened to it.</summary>
internal sealed class OpenItemRow
{
    public long SellerId { get; set; }

    public OpenItemKind Kind { get; set; }

    public long ItemId { get; set; }

    public long CustomerId { get; set; }

    public string Number { get; set; } = "";

    public Currency Currency { get; set; }

    public DateOnly IssueDay { get; set; }

    public DateOnly DueDay { get; set; }

    public long Amount { get; set; }

    public long Open { get; set; }
}
