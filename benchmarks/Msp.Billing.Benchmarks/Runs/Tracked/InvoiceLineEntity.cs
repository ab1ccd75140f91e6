namespace Msp.Billing.Benchmarks.Runs.Tracked;

public sealed class InvoiceLineEntity
{
    public long InvoiceId { get; init; }

    public required int LineNo { get; init; }

    public required long ChargeId { get; init; }

    public required string Description { get; init; }

    public required long QuantityE3 { get; init; }

    public required long? UnitPriceE4 { get; init; }

    public required long Amount { get; init; }
}
