namespace Msp.Billing.Plans;

/// <summary>When somebody watches and answers. A higher number covers more. Stored: numbers are never reused.</summary>
public enum CoverHours
{
    /// <summary>The seller's business hours; response times run in these hours only.</summary>
    BusinessHours = 1,

    /// <summary>Every hour of every day (24x7).</summary>
    AroundTheClock = 2,
}
