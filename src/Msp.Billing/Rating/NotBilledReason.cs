namespace Msp.Billing.Rating;

/// <summary>Why something that is held is not billed, or the other way round. Stored with exports: numbers are never reused.</summary>
public enum NotBilledReason
{
    /// <summary>A part period waits for the next whole one.</summary>
    NextWholePeriod = 1,

    /// <summary>A part period is billed in full, although some of its days are not held.</summary>
    WholePeriod = 2,

    /// <summary>More days are held than the months of thirty days, or the year of 365, have.</summary>
    CappedDays = 3,

    /// <summary>More units wait for the next period or renewal.</summary>
    Increase = 4,

    /// <summary>Fewer units wait for the next period or renewal; the former ones are still billed.</summary>
    Decrease = 5,
}
