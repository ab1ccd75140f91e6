namespace Msp.Billing.EntityFrameworkCore.Schema;

/// <summary>A customer that a run is for. A run that names none is for all.</summary>
internal sealed class RunScopeRow
{
    public long SellerId { get; set; }

    public long RunId { get; set; }

    public long CustomerId { get; set; }
}
