namespace Msp.Billing.BreakFix;

/// <summary>In what a number of the comparison is counted. Amounts are in the comparison's currency.</summary>
public enum InputUnit
{
    /// <summary>Pieces or people; whole.</summary>
    Count = 1,

    /// <summary>Hours.</summary>
    Hours = 2,

    /// <summary>Months.</summary>
    Months = 3,

    /// <summary>A share of one: 0.4 is 40 %.</summary>
    Share = 4,

    /// <summary>A factor or a spread, without unit.</summary>
    Factor = 5,

    /// <summary>Events per year.</summary>
    PerYear = 6,

    /// <summary>Events or hours per user and month.</summary>
    PerUserMonth = 7,

    /// <summary>An amount.</summary>
    Money = 8,

    /// <summary>An amount per hour.</summary>
    MoneyPerHour = 9,

    /// <summary>An amount per month.</summary>
    MoneyPerMonth = 10,

    /// <summary>An amount per user and month.</summary>
    MoneyPerUserMonth = 11,

    /// <summary>An amount per year.</summary>
    MoneyPerYear = 12,
}
