namespace Msp.Billing.BreakFix;

/// <summary>A number on which the comparison rests. Stored with a quote's snapshot: numbers are never reused.</summary>
/// <remarks>Unit, bounds, default and where the default comes from: <see cref="ComparisonDefaults"/>.</remarks>
public enum ComparisonInput
{
    /// <summary>People who use the firm's computers.</summary>
    Users = 1,

    /// <summary>Servers of the firm.</summary>
    Servers = 2,

    /// <summary>Places of work; users and servers are spread evenly over them.</summary>
    Sites = 3,

    /// <summary>Incidents per user and month for which a break-fix firm would be called. Outages that stop many people count apart.</summary>
    CallsPerUser = 4,

    /// <summary>How well the number of calls is known: as if that many calls had been counted.</summary>
    CallsCounted = 5,

    /// <summary>Mean hours of work per call, before minimums and steps.</summary>
    RepairHours = 6,

    /// <summary>Standard deviation of the logarithm of the hours of work.</summary>
    RepairSpread = 7,

    /// <summary>How well the hours per call are known: as if that many calls had been timed.</summary>
    RepairsTimed = 8,

    /// <summary>Share of calls that need a visit.</summary>
    OnSiteShare = 9,

    /// <summary>Share of calls outside business hours.</summary>
    AfterHoursShare = 10,

    /// <summary>What a break-fix firm charges for an hour.</summary>
    HourlyRate = 11,

    /// <summary>By how much the rate is multiplied outside business hours.</summary>
    AfterHoursMultiplier = 12,

    /// <summary>What a visit costs besides the hours.</summary>
    TripCharge = 13,

    /// <summary>The least that is billed for a remote call.</summary>
    RemoteMinimum = 14,

    /// <summary>The least that is billed for a visit.</summary>
    OnSiteMinimum = 15,

    /// <summary>To what multiple hours are rounded up.</summary>
    BillingStep = 16,

    /// <summary>Mean hours until somebody called helps, under break-fix.</summary>
    WaitHours = 17,

    /// <summary>Standard deviation of the logarithm of the hours of waiting, under every regime.</summary>
    WaitSpread = 18,

    /// <summary>Share of their work that people lose while they wait.</summary>
    LossWhileWaiting = 19,

    /// <summary>What an hour of an employee costs the firm, taxes and benefits included.</summary>
    LoadedWage = 20,

    /// <summary>Outages per year and site that stop many people, servers aside.</summary>
    OutagesPerSite = 21,

    /// <summary>Outages per year that each server adds.</summary>
    OutagesPerServer = 22,

    /// <summary>Median hours of an outage.</summary>
    OutageHours = 23,

    /// <summary>Standard deviation of the logarithm of the hours of an outage.</summary>
    OutageSpread = 24,

    /// <summary>Share of a site's users whom an outage stops.</summary>
    OutageAffected = 25,

    /// <summary>Share of their work that the affected lose in an outage.</summary>
    OutageLoss = 26,

    /// <summary>Revenue lost per hour of an outage in opening hours. Nothing, unless the customer says otherwise.</summary>
    RevenueAtRisk = 27,

    /// <summary>Security events with a loss per year, under a managed service.</summary>
    SecurityEvents = 28,

    /// <summary>How many times more of them there are without one.</summary>
    SecurityMultiplier = 29,

    /// <summary>Mean loss of a security event.</summary>
    SecurityLoss = 30,

    /// <summary>Standard deviation of the logarithm of that loss.</summary>
    SecuritySpread = 31,

    /// <summary>The most the customer bears of one security event; infinite when it is not insured.</summary>
    InsuranceRetention = 32,

    /// <summary>What security, backup and cloud licences cost per user and month when they are bought without a managed service.</summary>
    SeparateStack = 33,

    /// <summary>The plan's price per user and month.</summary>
    PlanPrice = 34,

    /// <summary>What the plan costs per month besides: servers, sites, flat charges.</summary>
    PlanOther = 35,

    /// <summary>The onboarding fee, in months of the plan's fee; it moves with the price.</summary>
    OnboardingMonths = 36,

    /// <summary>Months of the term, over which one-off amounts are spread.</summary>
    TermMonths = 37,

    /// <summary>What leaving would cost, when the comparison ends before the term does.</summary>
    ExitFee = 38,

    /// <summary>Share of called incidents that still happen under a managed service.</summary>
    CallsRemaining = 39,

    /// <summary>Mean hours until somebody helps, under a managed service.</summary>
    ManagedWaitHours = 40,

    /// <summary>Share of outages that a managed service prevents.</summary>
    OutagesPrevented = 41,

    /// <summary>How long the other outages last under a managed service, as a share of their length under break-fix.</summary>
    OutageLength = 42,

    /// <summary>Hours per user and month that the plan does not cover, billed at the hourly rate.</summary>
    OutOfScopeHours = 43,

    /// <summary>Yearly rate at which later costs count less.</summary>
    DiscountRate = 44,

    /// <summary>By how much the plan's price rises each year.</summary>
    PlanUplift = 45,

    /// <summary>By how much everything else rises each year.</summary>
    PriceGrowth = 46,

    /// <summary>Yearly salary of an in-house technician.</summary>
    Salary = 47,

    /// <summary>Taxes and benefits on top, as a share of the salary.</summary>
    SalaryLoad = 48,

    /// <summary>Users whom one technician can serve.</summary>
    UsersPerHire = 49,

    /// <summary>Hours per year in which one technician is at work and free for users.</summary>
    HoursOnDuty = 50,

    /// <summary>Hours per year in which somebody must be there for users.</summary>
    CoverHours = 51,

    /// <summary>Tools, training and recruiting per technician and year.</summary>
    HireTools = 52,
}
