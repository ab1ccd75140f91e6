namespace Msp.Billing.Runs;

/// <summary>When a run says that something is out of the ordinary; a setting of the seller.</summary>
public sealed record RunThresholds
{
    /// <summary>A quarter of the amount before and 100 units of the currency, and counts of two weeks.</summary>
    public static RunThresholds Standard { get; } = new();

    /// <summary>A change is large from this share of the last amount on, in percent; above zero.</summary>
    public decimal ChangePercent
    {
        get;
        init => field = value is > 0 and <= 10_000 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "From above 0 to 10,000 percent.");
    }
    = 25m;

    /// <summary>A change is large from this amount on, too, in the contract's currency, with tax; zero or more.</summary>
    public decimal ChangeAmount
    {
        get;
        init => field = value is >= 0 and <= 1_000_000_000 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "From 0 to 1,000,000,000.");
    }
    = 100m;

    /// <summary>A count is old after so many days; one or more.</summary>
    public int StaleDays
    {
        get;
        init => field = value is >= 1 and <= 3_650 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "From 1 to 3,650 days.");
    }
    = 14;
}
