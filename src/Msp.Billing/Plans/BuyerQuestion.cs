namespace Msp.Billing.Plans;

/// <summary>The five questions to ask before hiring a managed service provider, in their usual order. Every service level answers all five.</summary>
public enum BuyerQuestion
{
    /// <summary>What is your response time for critical issues?</summary>
    ResponseTime = 1,

    /// <summary>Do you cover every hour, or business hours only?</summary>
    HoursOfCover = 2,

    /// <summary>What does your onboarding look like?</summary>
    Onboarding = 3,

    /// <summary>How do you handle security incidents?</summary>
    SecurityIncidents = 4,

    /// <summary>What are the contract length and termination terms?</summary>
    LengthAndTermination = 5,
}
