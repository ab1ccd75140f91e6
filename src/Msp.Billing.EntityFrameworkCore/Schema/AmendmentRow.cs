using Msp.Billing.EntityFrameworkCore.Contracts;

namespace Msp.Billing.EntityFrameworkCore.Schema;

/// <summary>A dated, recorded change of a contract. Append-only.</summary>
internal sealed class AmendmentRow
{
    public long SellerId { get; set; }

    public long ContractId { get; set; }

    public int Number { get; set; }

    public DateOnly Day { get; set; }

    public DateTimeOffset RecordedAt { get; set; }

    public string Author { get; set; } = "";

    public string Reason { get; set; } = "";

    public AmendmentKind Kind { get; set; }

    public int? LineId { get; set; }

    public string? PayloadJson { get; set; }
}
