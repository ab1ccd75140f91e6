namespace Msp.Billing.Benchmarks.Runs.Tracked;

public sealed class InvoiceEntity
{
    public required long Id { get; init; }

    public required string Number { get; init; }

    public required long ContractId { get; init; }

    public required long CustomerId { get; init; }

    public required DateOnly PeriodStart { get; init; }

    public required DateOnly PeriodEnd { get; init; }

    public required DateOnly IssueDate { get; init; }

    public required DateOnly DueDate { get; init; }

    public required string Currency { get; init; }

    public long Subtotal { get; set; }

    public required long TaxRateE4 { get; init; }

    public long Tax { get; set; }

    public long Total { get; set; }

    public required string Status { get; init; }

    public ICollection<InvoiceLineEntity> Lines { get; } = [];
}
