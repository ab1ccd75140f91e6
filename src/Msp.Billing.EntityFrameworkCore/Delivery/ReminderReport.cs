using System.Collections.Immutable;

namespace Msp.Billing.EntityFrameworkCore.Delivery;

/// <summary>What became of reminders that waited to be mailed.</summary>
/// <param name="Sent">How many were handed over and recorded now.</param>
/// <param name="WithoutAddress">Those of customers without an e-mail address, by number: they go another way.</param>
/// <param name="Settled">Those whose invoice was paid meanwhile: they are not mailed.</param>
/// <param name="Failed">Those that the outbox did not take, and why; they are tried again next time.</param>
public sealed record ReminderReport(int Sent, ImmutableArray<string> WithoutAddress, ImmutableArray<string> Settled, ImmutableArray<(string Number, string Reason)> Failed);
