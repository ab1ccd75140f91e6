namespace Msp.Billing.Plans;

/// <summary>Which quantity a period bills. Stored: numbers are never reused.</summary>
public enum QuantityBasis
{
    /// <summary>Each day bills the quantity held on it: changes are prorated.</summary>
    Timeline = 1,

    /// <summary>The quantity on the first day held in the period.</summary>
    PeriodStart = 2,

    /// <summary>The quantity on the last day held in the period.</summary>
    PeriodEnd = 3,

    /// <summary>The highest quantity held on any day of the period.</summary>
    Highest = 4,

    /// <summary>The average over the days held, to six decimals, rounded up to a whole unit where the unit is whole.</summary>
    DayWeightedAverage = 5,

    /// <summary>The sum of what was reported for days of the natural period. Not prorated: it was used or not.</summary>
    Reported = 6,
}
