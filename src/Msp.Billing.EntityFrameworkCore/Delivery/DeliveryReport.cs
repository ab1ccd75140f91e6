using System.Collections.Immutable;

namespace Msp.Billing.EntityFrameworkCore.Delivery;

/// <summary>How far the documents of a run are on their way.</summary>
/// <param name="Run">The run's number.</param>
/// <param name="Documents">How many documents it posted.</param>
/// <param name="Sent">How many of them were handed over, now or before.</param>
/// <param name="WithoutAddress">The numbers of those whose customer has no e-mail address: they go another way.</param>
/// <param name="Failed">The numbers of those that were not taken, each with why; asking again tries them again.</param>
public sealed record DeliveryReport(
    string Run, int Documents, int Sent, ImmutableArray<string> WithoutAddress, ImmutableArray<(string Document, string Reason)> Failed);
