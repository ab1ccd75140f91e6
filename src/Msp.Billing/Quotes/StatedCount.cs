namespace Msp.Billing.Quotes;

/// <summary>What the customer has, as it was stated when the quote was written: 45 users, 58 workstations.</summary>
/// <param name="Code">What is counted, such as <c>users</c>; unique in the quote.</param>
/// <param name="Name">What it is called on the proposal.</param>
/// <param name="Quantity">How many; zero or more.</param>
/// <param name="IsMeasured">Whether it was counted by a tool; otherwise the customer said so.</param>
public sealed record StatedCount(string Code, string Name, decimal Quantity, bool IsMeasured = false);
