namespace Msp.Billing.EntityFrameworkCore.Ledger;

/// <summary>A period of the books that was closed.</summary>
/// <param name="Through">Its last day.</param>
/// <param name="ClosedAt">When.</param>
/// <param name="ClosedBy">By whom.</param>
public sealed record ClosedPeriod(DateOnly Through, DateTimeOffset ClosedAt, string ClosedBy);
