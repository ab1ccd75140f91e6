namespace Msp.Billing.EntityFrameworkCore.Ledger;

/// <summary>A customer who is not reminded for a while.</summary>
/// <param name="Customer">The customer's number.</param>
/// <param name="CustomerName">The customer's name as it is now.</param>
/// <param name="Through">No reminder on or before this day.</param>
/// <param name="Reason">Why.</param>
/// <param name="Author">Who decided it.</param>
/// <param name="RecordedAt">When.</param>
public sealed record ReminderPause(string Customer, string CustomerName, DateOnly Through, string Reason, string Author, DateTimeOffset RecordedAt);
