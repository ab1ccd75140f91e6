namespace Msp.Billing.Plans;

/// <summary>How badly a fault hurts the customer; a service level promises a response time for each. Stored: numbers are never reused.</summary>
public enum Severity
{
    /// <summary>The business stands still: no network, no server, an attack under way.</summary>
    Critical = 1,

    /// <summary>A team or an important system cannot work.</summary>
    High = 2,

    /// <summary>One person is held up, or there is a way around it.</summary>
    Normal = 3,

    /// <summary>A question, a wish, a change that can wait.</summary>
    Low = 4,
}
