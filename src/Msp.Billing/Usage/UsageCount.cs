namespace Msp.Billing.Usage;

/// <summary>What was counted or reported for a line on a day: 48 users seen on 17 March, or 95 minutes of support worked.</summary>
/// <remarks>
/// For a line billed by reported usage it is an amount of use, and a period bills the sum of its days. For any other basis it is the number held
/// from that day on, until the next count or amendment. A later record for the same line and day takes the place of the earlier one.
/// </remarks>
/// <param name="LineId">The contract line's number.</param>
/// <param name="Day">The day it is for.</param>
/// <param name="Quantity">In the charge's reported unit; zero or more, at most six decimals.</param>
/// <param name="RecordedAt">When it was recorded, in UTC.</param>
public readonly record struct UsageCount(int LineId, DateOnly Day, decimal Quantity, DateTimeOffset RecordedAt);
