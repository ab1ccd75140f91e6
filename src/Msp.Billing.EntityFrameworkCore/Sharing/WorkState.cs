namespace Msp.Billing.EntityFrameworkCore.Sharing;

/// <summary>What waits for workers, and how far a worker's clock is from the database's.</summary>
/// <param name="Pending">How many chunks are not done.</param>
/// <param name="OldestAge">How long ago the oldest plan that waits was made; zero when nothing does.</param>
/// <param name="Skew">The worker's clock less the server's; zero where the database has no clock of its own.</param>
public readonly record struct WorkState(int Pending, TimeSpan OldestAge, TimeSpan Skew);
