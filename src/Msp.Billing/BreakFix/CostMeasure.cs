namespace Msp.Billing.BreakFix;

/// <summary>A factor of a line's cost: a line per year is the product of its factors. Stored: numbers are never reused.</summary>
public enum CostMeasure
{
    /// <summary>Called incidents per year.</summary>
    CallsPerYear = 1,

    /// <summary>What a call costs on average: billed hours, after-hours mix and trip.</summary>
    ChargePerCall = 2,

    /// <summary>Share of calls that still happen.</summary>
    CallsRemaining = 3,

    /// <summary>Share of calls and repairs that own technicians cannot cover.</summary>
    UncoveredShare = 4,

    /// <summary>Mean hours of waiting.</summary>
    HoursWaiting = 5,

    /// <summary>Share of work lost.</summary>
    WorkLost = 6,

    /// <summary>What an employee's hour costs.</summary>
    LoadedWage = 7,

    /// <summary>Outages per year.</summary>
    OutagesPerYear = 8,

    /// <summary>Share of outages that still happen.</summary>
    OutagesRemaining = 9,

    /// <summary>Mean hours of an outage.</summary>
    OutageHours = 10,

    /// <summary>Hours of repair of an outage: its length and one more.</summary>
    OutageRepairHours = 11,

    /// <summary>People whom an outage stops.</summary>
    PeopleStopped = 12,

    /// <summary>Hourly rate with the usual share of after-hours work.</summary>
    MixedRate = 13,

    /// <summary>Revenue lost per hour.</summary>
    RevenuePerHour = 14,

    /// <summary>Security events per year.</summary>
    SecurityEventsPerYear = 15,

    /// <summary>What the customer bears of a security event on average.</summary>
    LossBorne = 16,

    /// <summary>People who use computers.</summary>
    Users = 17,

    /// <summary>A price per user and month.</summary>
    PricePerUserMonth = 18,

    /// <summary>An amount per month.</summary>
    PerMonth = 19,

    /// <summary>Twelve.</summary>
    MonthsPerYear = 20,

    /// <summary>A one-off amount.</summary>
    OneOff = 21,

    /// <summary>The part of a one-off amount that falls on a year: 12 over the months of the term.</summary>
    YearOfTerm = 22,

    /// <summary>Hours per user and month.</summary>
    HoursPerUserMonth = 23,

    /// <summary>Hourly rate in business hours.</summary>
    HourlyRate = 24,

    /// <summary>Own technicians, whole people.</summary>
    Technicians = 25,

    /// <summary>A yearly salary.</summary>
    Salary = 26,

    /// <summary>One, and taxes and benefits as a share of the salary.</summary>
    WithLoad = 27,

    /// <summary>An amount per technician and year.</summary>
    PerTechnician = 28,
}
