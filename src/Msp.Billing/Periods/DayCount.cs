namespace Msp.Billing.Periods;

/// <summary>How the days of a part period become a share of the whole natural period's price. Stored with contracts: numbers are never reused.</summary>
/// <remarks>A whole natural period is always a share of exactly one, whatever the day count.</remarks>
public enum DayCount
{
    /// <summary>Days held over the days of the whole natural period. The default.</summary>
    ActualOverActual = 1,

    /// <summary>Days held over 30 for each month of the cadence, never more than the whole. For cadences in weeks or days as <see cref="ActualOverActual"/>.</summary>
    ActualOver30 = 2,

    /// <summary>The year's price by days held over 365, never more than the period's price. Also in leap years.</summary>
    ActualOver365 = 3,

    /// <summary>Every month has 30 days (30E/360): the 31st counts as the 30th. For cadences in weeks or days as <see cref="ActualOverActual"/>.</summary>
    Thirty360 = 4,

    /// <summary>A part period is billed in full as soon as one day of it is held.</summary>
    WholePeriod = 5,

    /// <summary>A part period is not billed; the charge starts with the next whole period, and what is not billed is shown as an amount.</summary>
    NextWholePeriod = 6,
}
